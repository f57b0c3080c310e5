"use strict";
(() => {
  const body = document.body;
  const status = document.getElementById("status");
  const tools = document.querySelector("form.tools");
  const KINDS = ["gold", "shown"];

  const piecesOf = (button) => {
    const pieces = button.closest(".case").querySelector(".text").children;
    return button.dataset.e.split(" ").filter(Boolean).flatMap((range) => {
      const [start, end] = range.split("-").map(Number);
      return Array.from(pieces).slice(start, end);
    });
  };

  const clear = () => {
    for (const kind of KINDS) {
      document.querySelectorAll(`.text .mark-${kind}`).forEach((e) => e.classList.remove(`mark-${kind}`));
    }
    document.querySelectorAll("button.item[aria-pressed=true]").forEach((e) => e.setAttribute("aria-pressed", "false"));
    document.querySelectorAll("li.chosen").forEach((e) => e.classList.remove("chosen"));
  };

  const mark = (button) => {
    const kind = button.classList.contains("gold") ? "gold" : "shown";
    const pieces = piecesOf(button);
    pieces.forEach((piece) => piece.classList.add(`mark-${kind}`));
    return pieces;
  };

  // Scrolls the article alone: the row that was chosen stays where the reader is looking.
  const reveal = (piece) => {
    const panel = piece.closest(".source");
    const offset = piece.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollTop += offset - panel.clientHeight / 3;
  };

  const choose = (button) => {
    const again = button.getAttribute("aria-pressed") === "true";
    clear();
    if (again) return;
    const row = button.closest("li.row");
    const buttons = row ? Array.from(row.querySelectorAll("button.item")) : [button];
    buttons.forEach((other) => other !== button && mark(other));
    const pieces = mark(button);
    button.setAttribute("aria-pressed", "true");
    if (row) row.classList.add("chosen");
    if (pieces.length) reveal(pieces[0]);
    button.scrollIntoView({ block: "nearest" });
    const places = button.dataset.e.split(" ").filter(Boolean).length;
    status.textContent = places ? `Evidence marked in the article: ${places}` : "No evidence to mark";
  };

  const showRun = (run) => {
    document.querySelectorAll(".outputs").forEach((outputs) => {
      let found = false;
      outputs.querySelectorAll(".run").forEach((section) => {
        section.hidden = section.dataset.run !== run;
        found = found || !section.hidden;
      });
      const unscored = outputs.querySelector(".unscored");
      if (unscored) unscored.hidden = found;
    });
  };

  const follow = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView();
      target.querySelector("summary").focus({ preventScroll: true });
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.item");
    if (button) choose(button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  document.querySelectorAll("button.item").forEach((button) => button.setAttribute("aria-pressed", "false"));
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("change", (event) => {
    const { name, value, checked, dataset } = event.target;
    if (name === "run") {
      clear();
      showRun(value);
    } else {
      body.classList.toggle(`hide-${dataset.hide}`, !checked);
    }
  });
  const chosen = tools.querySelector("input[name=run]:checked");
  if (chosen) showRun(chosen.value);
  tools.querySelectorAll("input[data-hide]").forEach((box) => body.classList.toggle(`hide-${box.dataset.hide}`, !box.checked));
  window.addEventListener("hashchange", follow);
  follow();
})();
