// The items: which one is chosen, and how a decision shows on it.

const items = all("li.item");
const itemOf = new Map(items.map((item) => [item.id, item]));
const known = new Map(data.items.map((item) => [item.id, item]));
let current = null;
let nthEvidence = 0;
const linked = new Set();

const WORDS = {
  accepted: ["Accepted", "Agreed"],
  rejected: ["Rejected", "Disagreed"],
  edited: ["Edited", "Edited"],
  open: ["Undecided", "Undecided"],
};
const isAside = (item) => item.dataset.kind === "rejected" || item.dataset.kind === "marked";
const wordFor = (item, verdict) => WORDS[verdict][isAside(item) ? 1 : 0];
const shownButton = (item) => item.querySelector("button.show");
const isShown = (item) => !item.hidden;

const clearChoice = () => {
  unlight();
  for (const item of linked) item.classList.remove("linked");
  linked.clear();
  byId("resting").hidden = true;
  for (const side of all("button.side.on")) {
    side.classList.remove("on");
    side.setAttribute("aria-pressed", "false");
  }
  if (!current) return;
  current.classList.remove("current");
  shownButton(current).setAttribute("aria-pressed", "false");
  current = null;
};

// Marks an item and its evidence; chosen again, goes on to its next evidence.
const choose = (item, { fromArticle = false, focus = false } = {}) => {
  const again = item === current && !fromArticle;
  const ranges = rangesIn(item.dataset.e);
  if (!again) {
    clearChoice();
    current = item;
    item.classList.add("current");
    shownButton(item).setAttribute("aria-pressed", "true");
    light(ranges, "on");
    light(rangesIn(item.dataset.x), "beside");
  }
  nthEvidence = again && ranges.length ? (nthEvidence + 1) % ranges.length : 0;
  if (focus) shownButton(item).focus({ preventScroll: true });
  if (fromArticle) return;
  item.scrollIntoView({ block: "nearest" });
  if (ranges.length) reveal(pieces[ranges[nthEvidence][0]]);
  const nth = ranges.length > 1 ? ` ${nthEvidence + 1} of ${ranges.length}` : "";
  tell(`${item.dataset.label}. ${ranges.length ? `Evidence${nth}: “${wordsOf(ranges[nthEvidence])}”` : "No evidence in the article."}`);
};

const chooseSide = (side) => {
  const item = side.closest("li.item");
  clearChoice();
  current = item;
  item.classList.add("current");
  side.classList.add("on");
  side.setAttribute("aria-pressed", "true");
  const ranges = rangesIn(side.dataset.e);
  light(rangesIn(item.dataset.e), "beside");
  light(ranges, "on");
  if (ranges.length) reveal(pieces[ranges[0][0]]);
  tell(ranges.length ? `Evidence of this side: “${wordsOf(ranges[0])}”` : "No evidence in the article.");
};

// Scrolls the list of items so that one stands in its middle; as in the article, looked up again.
const list = byId("items");
const bring = (item) => {
  for (let again = 0; again < 3; again += 1) {
    if (isPhone()) item.scrollIntoView({ block: "nearest" });
    else list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
  }
};

// The next or previous item of those that are shown.
const step = (by) => {
  const shown = items.filter(isShown);
  if (!shown.length) return;
  const at = shown.indexOf(current);
  const next = at < 0 ? shown[by > 0 ? 0 : shown.length - 1] : shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
  if (next === current) return;
  choose(next, { focus: true });
  next.scrollIntoView({ block: "nearest" });
};

const timeOf = (at) => {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return "";
  const today = time.toDateString() === new Date().toDateString();
  return time.toLocaleString(undefined, today ? { timeStyle: "short" } : { dateStyle: "medium" });
};

const lineOf = (decision) => [decision.by, timeOf(decision.at)].filter(Boolean).join(", ");

const problemsOf = (decision) => {
  if (decision.verdict !== "edited") return [];
  if (decision.holds === false) {
    const list = make("ul", "reasons");
    for (const problem of decision.problems || []) {
      const line = make("li");
      line.append(make("b", "", problem.kind), " ", make("span", "", problem.message));
      list.append(line);
    }
    return [make("p", "fails", "The article does not bear this out"), list];
  }
  if (decision.holds === true) return [make("p", "holds", "Holds against the evidence")];
  if (decision.checking) return [make("p", "hint", "Being held against the evidence…")];
  const asks = ["question", "conflict", "marked"].includes(decision.kind);
  return asks ? [] : [make("p", "hint", "Not checked yet: “summarize verify” holds it against the evidence")];
};

// How an item looks with its decision, and with one for an earlier version.
const paint = (id) => {
  const item = itemOf.get(id);
  const decision = standing.current.get(id);
  const verdict = decision ? decision.verdict : "open";
  item.dataset.v = verdict;
  item.dataset.noted = decision && decision.note ? "yes" : "";
  const pressed = { accept: "accepted", reject: "rejected", edit: "edited" };
  for (const button of all(".acts button", item)) {
    const on = button.dataset.do === "note" ? Boolean(item.dataset.noted) : pressed[button.dataset.do] === verdict;
    button.setAttribute("aria-pressed", String(on));
  }
  const parts = [];
  if (verdict === "edited") {
    const edit = make("p", "edit");
    edit.append(make("span", "unseen", "Edited to: "), make("span", "", decision.text));
    parts.push(edit, ...problemsOf(decision));
  }
  if (decision && decision.note) {
    const note = make("p", "note");
    note.append(make("b", "", "Note"), " ", make("span", "", decision.note));
    parts.push(note);
  }
  if (decision && (verdict !== "open" || decision.note)) {
    const who = lineOf(decision);
    parts.push(make("p", "verdict", `${wordFor(item, verdict)}${who ? ` · ${who}` : ""}`));
  }
  const saved = standing.past.get(id) || [];
  for (const past of (unsaved.has(id) ? saved : saved.slice(0, -1)).slice(-3).reverse()) {
    parts.push(make("p", "before", `Before: ${wordFor(item, past.verdict).toLowerCase()} · ${lineOf(past)}`));
  }
  const before = standing.earlier.get(id);
  if (before && (before.verdict !== "open" || before.note)) {
    const was = make("p", "before", `For an earlier version: ${wordFor(item, before.verdict).toLowerCase()} · ${lineOf(before)}`);
    if (before.text) was.append(" ", make("q", "", before.text));
    if (before.note) was.append(" ", make("q", "", before.note));
    parts.push(was);
  }
  item.querySelector(".decided").replaceChildren(...parts);
};
