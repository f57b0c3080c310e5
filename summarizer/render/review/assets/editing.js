// Deciding: accept, reject, edit, note. Nothing leaves the page before Save.

const blank = { verdict: "open", text: "", note: "", by: "", at: "", holds: null, problems: [] };

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
  decide(item, { verdict: now, text: "", holds: null, problems: [] });
  tell(`${item.dataset.label}: ${wordFor(item, now)}`);
};

const acceptRest = (kind) => {
  const rest = items.filter((item) => item.dataset.kind === kind && item.dataset.v === "open" && isShown(item));
  for (const item of rest) decide(item, { verdict: "accepted", text: "", holds: null, problems: [] });
  tell(`${plural(rest.length, "item")} accepted`, true);
};

const closeWriting = (item) => {
  const form = item.querySelector("form.writing");
  if (!form) return;
  const inside = form.contains(document.activeElement);
  form.remove();
  if (inside) shownButton(item).focus({ preventScroll: true });
};

// Opens a field for a new wording or a note under the item.
const write = (item, what) => {
  closeWriting(item);
  const form = byId("writing").content.firstElementChild.cloneNode(true);
  const field = form.querySelector("textarea");
  const now = standing.current.get(item.id) || blank;
  form.dataset.what = what;
  form.querySelector("span").textContent = what === "edit" ? "New wording" : "Note";
  field.value = what === "edit" ? now.text || wellFormed(known.get(item.id).wording) : now.note;
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
  if (note) {
    decide(item, { note: words });
    tell(words ? "Note kept" : "Note taken away");
    return;
  }
  if (!words || words === wellFormed(known.get(item.id).wording)) {
    tell("The wording is unchanged");
    return;
  }
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

const act = (item, what) => {
  if (what === "accept") setVerdict(item, "accepted");
  else if (what === "reject") setVerdict(item, "rejected");
  else if (what === "edit" || what === "note") write(item, what);
  else if (what === "cancel") closeWriting(item);
  else if (what === "undo") decide(item, { verdict: "open", text: "", holds: null, problems: [] });
};
