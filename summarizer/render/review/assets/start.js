// The page begins: what can be clicked, and the record that was there before.

byId("items").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) {
    const item = event.target.closest("li.item");
    if (item && !event.target.closest("form") && getSelection().isCollapsed && item !== current) choose(item);
    return;
  }
  const item = button.closest("li.item");
  if (button.dataset.rest) acceptRest(button.dataset.rest);
  else if (button.classList.contains("show")) choose(item);
  else if (button.classList.contains("side")) chooseSide(button);
  else if (button.dataset.go) go(button.dataset.go);
  else if (button.dataset.do) {
    if (item !== current) choose(item);
    act(item, button.dataset.do);
  }
});

// Another of the items that rest on the words chosen: the others stay marked.
const chooseLinked = (item) => {
  const found = Array.from(linked);
  choose(item, { fromArticle: true, focus: true });
  for (const other of found) {
    other.classList.add("linked");
    linked.add(other);
  }
  showResting(found, item);
};

const go = (id) => {
  const item = itemOf.get(id);
  unhide(item);
  const fromWords = linked.has(item);
  if (fromWords) chooseLinked(item);
  else choose(item, { focus: true });
  bring(item);
};

byId("items").addEventListener("submit", (event) => {
  if (!event.target.matches("form.writing")) return;
  event.preventDefault();
  keep(event.target);
});

const THEMES = ["as the system", "dark", "light"];
let theme = 0;
byId("theme").addEventListener("click", () => {
  theme = (theme + 1) % THEMES.length;
  document.documentElement.dataset.theme = THEMES[theme];
  byId("theme").setAttribute("aria-label", `Theme: ${THEMES[theme]}`);
  tell(`Theme: ${THEMES[theme]}`);
});

byId("help-open").addEventListener("click", () => help.showModal());
byId("save").addEventListener("click", save);
byId("done")?.addEventListener("click", finish);
byId("load")?.addEventListener("change", (event) => {
  if (event.target.files[0]) load(event.target.files[0]);
  event.target.value = "";
});
addEventListener("beforeunload", (event) => {
  if (unsaved.size || drafts().length) event.preventDefault();
});

byId("by").value = data.by;
for (const hidden of all(".tools, form.filters, button.rest")) hidden.hidden = false;
show(data.decisions);
