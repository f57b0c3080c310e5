// Deciding: accept, reject, edit, note. Nothing leaves the page before Save.

const blank = { verdict: "open", text: "", note: "", by: "", at: "", holds: null, problems: [] };

// What was before each decision, the last one at the end: what undo goes back to.
const steps = [];
const stepping = (decided) => steps.push(decided.map(({ id }) => [id, standing.current.get(id)]));

const undo = () => {
  const step = steps.pop();
  if (!step) {
    tell("Nothing to undo", true);
    return;
  }
  for (const [id, was] of step) back(id, was);
  count();
  const [[id]] = step;
  const item = itemOf.get(id);
  if (item !== current) choose(item, { focus: true });
  tell(step.length > 1 ? `${plural(step.length, "decision")} undone` : `Undone. ${item.dataset.label}: ${wordFor(item, item.dataset.v)}`, true);
};

// As it was: what is saved by now cannot be taken out of the record, and is decided once more.
const back = (id, was) => {
  const saved = (standing.past.get(id) || []).at(-1);
  if (was === saved) {
    if (was) standing.current.set(id, was);
    else standing.current.delete(id);
    unsaved.delete(id);
  } else {
    standing.current.set(id, { ...(was || blank), kind: known.get(id).kind, by: reviewer(), at: new Date().toISOString() });
    unsaved.add(id);
  }
  paint(id);
};

const decide = (item, change) => {
  const before = standing.current.get(item.id) || blank;
  const after = { ...before, kind: item.dataset.kind, ...change, by: reviewer(), at: new Date().toISOString() };
  standing.current.set(item.id, after);
  unsaved.add(item.id);
  paint(item.id);
  count();
  return after;
};

const setVerdict = (item, verdict) => {
  const now = item.dataset.v === verdict ? "open" : verdict;
  stepping([item]);
  decide(item, { verdict: now, text: "", holds: null, problems: [] });
  tell(`${item.dataset.label}: ${wordFor(item, now)}`);
};

const acceptRest = (kind) => {
  const rest = items.filter((item) => item.dataset.kind === kind && item.dataset.v === "open" && isShown(item));
  if (!rest.length) return;
  stepping(rest);
  for (const item of rest) decide(item, { verdict: "accepted", text: "", holds: null, problems: [] });
  tell(`${plural(rest.length, "item")} accepted; z undoes it`, true);
};

const isDraft = (form) => {
  const field = form.querySelector("textarea");
  return field.value.trim() !== field.defaultValue.trim();
};
const drafts = () => all("form.writing").filter(isDraft);

const closeWriting = (item) => {
  const form = item.querySelector("form.writing");
  if (!form) return;
  const inside = form.contains(document.activeElement);
  form.remove();
  if (inside) shownButton(item).focus({ preventScroll: true });
};

// Opens a field for a new wording or a note under the item.
const write = (item, what) => {
  const open = item.querySelector("form.writing");
  if (open && open.dataset.what === what) {
    open.querySelector("textarea").focus({ preventScroll: true });
    return;
  }
  if (open && isDraft(open)) keep(open);
  closeWriting(item);
  const form = byId("writing").content.firstElementChild.cloneNode(true);
  const field = form.querySelector("textarea");
  const now = standing.current.get(item.id) || blank;
  form.dataset.what = what;
  form.querySelector("span").textContent = what === "edit" ? "New wording" : "Note";
  field.defaultValue = what === "edit" ? now.text || wellFormed(known.get(item.id).wording) : now.note;
  field.rows = Math.min(8, Math.max(2, Math.ceil(field.value.length / 60)));
  item.querySelector(".acts").before(form);
  if (what === "edit") field.select();
  field.focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
};

const keep = (form) => {
  const item = form.closest("li.item");
  const words = wellFormed(form.querySelector("textarea").value.trim());
  const note = form.dataset.what === "note";
  closeWriting(item);
  const now = standing.current.get(item.id) || blank;
  if (note) {
    if (words === now.note) return;
    stepping([item]);
    decide(item, { note: words });
    tell(words ? "Note kept" : "Note taken away");
    return;
  }
  if (!words || words === wellFormed(known.get(item.id).wording)) {
    tell(now.text ? "The edit is taken back" : "The wording is unchanged");
    if (now.text) takeBack(item);
    return;
  }
  if (words === now.text) return;
  stepping([item]);
  const made = decide(item, { verdict: "edited", text: words, holds: null, problems: [], checking: data.served });
  tell(`${item.dataset.label}: Edited`);
  if (data.served) check(item, made);
};

// Asks the server what code makes of a new wording.
const check = async (item, made) => {
  let found = { holds: null, problems: [] };
  try {
    found = await post("check", { item: item.id, text: made.text });
  } catch {
    // Not checked now: it is when it is saved, and again by "summarize verify".
  }
  if (standing.current.get(item.id) !== made) return;
  Object.assign(made, { holds: found.holds, problems: found.problems, checking: false });
  paint(item.id);
  if (found.holds === false) tell(`${item.dataset.label}: the article does not bear the new wording out`, true);
};

const takeBack = (item) => {
  if (item.dataset.v === "open") return;
  stepping([item]);
  decide(item, { verdict: "open", text: "", holds: null, problems: [] });
};

const act = (item, what) => {
  if (what === "accept") setVerdict(item, "accepted");
  else if (what === "reject") setVerdict(item, "rejected");
  else if (what === "edit" || what === "note") write(item, what);
  else if (what === "cancel") closeWriting(item);
  else if (what === "open") takeBack(item);
};
