// The keyboard. Keys of one letter work outside of fields only, and can be turned off.

const help = byId("help");
const isWriting = (target) =>
  target.matches("textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=file])");

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  J: () => passage(1),
  K: () => passage(-1),
  a: () => current && act(current, "accept"),
  r: () => current && act(current, "reject"),
  e: () => current && act(current, "edit"),
  n: () => current && act(current, "note"),
  u: () => current && act(current, "open"),
  z: () => undo(),
  "/": () => filters.querySelector("[name=words]").focus(),
  "?": () => help.showModal(),
};

const escape = (target) => {
  const form = target.closest("form.writing");
  if (form) closeWriting(form.closest("li.item"));
  else if (target.name === "words" && target.value === "") target.blur();
  else if (!isWriting(target)) clearChoice();
};

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (help.open || event.isComposing || document.body.classList.contains("over")) return;
  if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "s") {
    event.preventDefault();
    save();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && key === "Enter" && target.closest("form.writing")) {
    event.preventDefault();
    keep(target.closest("form.writing"));
    return;
  }
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && key.toLowerCase() === "z" && !isWriting(target)) {
    event.preventDefault();
    undo();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "Escape") {
    escape(target);
    return;
  }
  if (isWriting(target)) return;
  if (key === "ArrowDown" || key === "ArrowUp") {
    if (target.type === "radio" || !(target === document.body || target.closest("#items"))) return;
    event.preventDefault();
    step(key === "ArrowDown" ? 1 : -1);
    return;
  }
  const action = byId("keys-on").checked && Object.hasOwn(KEYS, key) && KEYS[key];
  if (!action) return;
  event.preventDefault();
  action();
});
