// Which items are shown.

const filters = document.querySelector("form.filters");
const words = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));

const matches = (item, wanted) =>
  (!wanted.kind || item.dataset.kind === wanted.kind) &&
  (!wanted.speaker || item.dataset.speakers.split(" ").includes(wanted.speaker)) &&
  (!wanted.status || item.dataset.status === wanted.status) &&
  (!wanted.verdict || (wanted.verdict === "noted" ? item.dataset.noted : item.dataset.v === wanted.verdict)) &&
  (!wanted.words || words.get(item).includes(wanted.words.toLowerCase()));

const filter = () => {
  const wanted = Object.fromEntries(new FormData(filters));
  const filtered = Object.values(wanted).some(Boolean);
  let shown = 0;
  for (const item of items) {
    item.hidden = !matches(item, wanted);
    if (!item.hidden) shown += 1;
  }
  for (const section of all("section.kind")) {
    section.hidden = !section.querySelector("li.item:not([hidden])");
  }
  filters.querySelector("[type=reset]").hidden = !filtered;
  byId("shown").hidden = !filtered;
  byId("shown").textContent = shown ? `${shown} of ${items.length} shown` : "Nothing is like this.";
  if (current && current.hidden) clearChoice();
  tell(`${plural(shown, "item")} shown`);
};

filters.addEventListener("input", filter);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("reset", () => setTimeout(filter));

// An item that is asked for is shown, whatever the filters say.
const unhide = (item) => {
  if (!item.hidden) return;
  item.hidden = false;
  item.closest("section.kind").hidden = false;
};
