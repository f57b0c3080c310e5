// The record: what was decided, what of it counts for this version, and how it is saved.

const VERDICTS = ["accepted", "rejected", "edited", "open"];
let history = [];
let standing = { current: new Map(), past: new Map(), earlier: new Map(), gone: [], others: 0 };
const unsaved = new Set();

// As review/standing.py does it: decisions about this version count, others are only told.
const stand = (decisions) => {
  const found = { current: new Map(), past: new Map(), earlier: new Map(), gone: [], others: 0 };
  for (const decision of decisions) {
    const here = decision.result_sha256 === data.result && decision.document_sha256 === data.article;
    if (!here) {
      found.others += 1;
      if (itemOf.has(decision.item)) found.earlier.set(decision.item, decision);
    } else if (itemOf.has(decision.item)) {
      found.current.set(decision.item, decision);
      remember(found, decision);
    } else {
      found.gone.push(decision);
    }
  }
  return found;
};

// Every saved decision about an item of this version, oldest first.
const remember = ({ past }, decision) => {
  past.set(decision.item, [...(past.get(decision.item) || []), decision]);
};

const isDecision = (value) =>
  value && typeof value === "object" && VERDICTS.includes(value.verdict) &&
  ["item", "wording", "text", "note", "by", "at", "result_sha256", "document_sha256"].every((name) => typeof value[name] === "string");

// Shows a record, and says where it is of another version than this page. What is not saved stays.
const show = (decisions) => {
  const waiting = Array.from(unsaved, (id) => [id, standing.current.get(id)]);
  history = decisions.filter(isDecision);
  standing = stand(history);
  for (const [id, decision] of waiting) standing.current.set(id, decision);
  for (const id of itemOf.keys()) paint(id);
  all("#notices .earlier").forEach((notice) => notice.remove());
  if (standing.others || standing.gone.length) notices();
  count();
};

const notices = () => {
  const notice = make("div", "notice earlier");
  notice.setAttribute("role", "note");
  if (standing.others) {
    const other = history.find((d) => d.result_sha256 !== data.result) ? "summary" : "article";
    const last = history.filter((d) => d.result_sha256 !== data.result || d.document_sha256 !== data.article).pop();
    notice.append(make("p", "", `This record holds ${plural(standing.others, "decision")} for an earlier version of the ${other}, the last by ${lineOf(last) || "somebody"}. What was decided then is told beside the items, and does not count here.`));
    const lost = history.filter((d) => !itemOf.has(d.item) && !(d.result_sha256 === data.result && d.document_sha256 === data.article));
    if (lost.length) notice.append(listOf("About items that are not in this version", lost));
  }
  if (standing.gone.length) {
    notice.append(make("p", "", "The summary was changed after it was reviewed: it does not hold some of the items that were decided about."));
    notice.append(listOf("About items that are gone", standing.gone));
  }
  byId("notices").append(notice);
};

const listOf = (title, decisions) => {
  const details = make("details");
  const list = make("ul");
  for (const decision of decisions) {
    const line = make("li");
    line.append(make("b", "", decision.verdict), " ", make("q", "", decision.text || decision.wording), " ", make("small", "", [lineOf(decision), decision.note].filter(Boolean).join(" · ")));
    list.append(line);
  }
  details.append(make("summary", "", `${title}: ${decisions.length}`), list);
  return details;
};

const count = () => {
  const decided = items.filter((item) => item.dataset.v !== "open").length;
  byId("progress").value = decided;
  byId("counted").textContent = `${decided} of ${items.length} decided`;
  byId("save").textContent = unsaved.size ? `Save (${unsaved.size})` : "Save";
  byId("save").classList.toggle("waiting", unsaved.size > 0);
};

const decisionOf = (id) => {
  const { verdict, text: words, note, by, at, holds, problems } = standing.current.get(id);
  return {
    item: id,
    kind: known.get(id).kind,
    wording: Array.from(wellFormed(known.get(id).wording)).slice(0, 20000).join(""),
    verdict,
    text: words,
    note,
    by: by || reviewer(),
    at,
    result_sha256: data.result,
    document_sha256: data.article,
    holds: holds === undefined ? null : holds,
    problems: problems || [],
  };
};

const reviewer = () => wellFormed(byId("by").value.trim());

const download = () => {
  const record = {
    schema_version: "1",
    summary: wellFormed(data.summary),
    document: wellFormed(data.document),
    result_sha256: data.result,
    document_sha256: data.article,
    decisions: history,
  };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: "application/json" }));
  link.download = data.record;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

const post = async (path, body) => {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error || `error ${answer.status}`);
  return said;
};

const same = (decision) =>
  JSON.stringify([decision.item, decision.verdict, decision.text, decision.note, decision.by, Date.parse(decision.at), decision.result_sha256, decision.document_sha256]);

// Those of one list that are not in another: who else decided something meanwhile.
const notIn = (decisions, others) => {
  const there = new Set(others.map(same));
  return decisions.filter((decision) => !there.has(same(decision)));
};

// What others saved while this page was open.
const meanwhile = (found, mine) => {
  if (!found.length) return "";
  const names = Array.from(new Set(found.map((decision) => decision.by))).join(", ");
  const clashing = found.filter((decision) => mine.includes(decision.item) && itemOf.has(decision.item));
  const labels = Array.from(new Set(clashing.map((decision) => itemOf.get(decision.item).dataset.label)));
  const both = labels.length ? `, also about ${labels.slice(0, 5).join(", ")}: yours came last` : "";
  return inert(`. Meanwhile ${shorten(names, 100)} saved ${plural(found.length, "decision")}${both}`);
};

let saving = false;
const save = async () => {
  if (saving) return false;
  for (const form of drafts()) keep(form);
  if (unsaved.size && !reviewer()) {
    byId("by").focus();
    tell("Say who reviews, then save", true);
    return false;
  }
  const ids = Array.from(unsaved);
  const before = new Map(ids.map((id) => [id, standing.current.get(id)]));
  const decisions = ids.map(decisionOf);
  let kept = history.concat(decisions);
  saving = true;
  try {
    if (data.served) kept = (await post("save", { decisions })).decisions;
  } catch (error) {
    tell(`Not saved: ${inert(error.message)}. Your decisions are still here; is “summarize review” still running?`, true);
    return false;
  } finally {
    saving = false;
  }
  const others = notIn(kept, history.concat(decisions));
  for (const id of ids) {
    if (standing.current.get(id) === before.get(id)) unsaved.delete(id);
  }
  show(kept);
  if (!data.served) download();
  tell(data.served ? `Saved in ${inert(data.record)}${meanwhile(others, ids)}` : `${inert(data.record)} saved: put it beside the summary`, true);
  return true;
};

const load = async (file) => {
  try {
    const record = JSON.parse(await file.text());
    if (record.schema_version !== "1" || !Array.isArray(record.decisions)) throw new Error("it is no review record");
    const loaded = record.decisions.filter(isDecision);
    const time = (decision) => Date.parse(decision.at) || 0;
    steps.length = 0;
    show(loaded.concat(notIn(history, loaded)).sort((a, b) => time(a) - time(b)));
    tell(`${plural(loaded.length, "decision")} loaded${unsaved.size ? `; ${unsaved.size} of yours not saved yet` : ""}`, true);
  } catch (error) {
    tell(`Not loaded: ${inert(error.message)}`, true);
  }
};

const finish = async () => {
  if (!(await save())) return;
  try {
    await post("done", {});
  } catch {
    // It may be gone before it has answered: what counts is saved.
  }
  document.body.classList.add("over");
  for (const part of all("main, .tools")) part.inert = true;
  const notice = make("p", "notice", `${byId("counted").textContent}, kept in ${data.record}. You can close this page.`);
  notice.setAttribute("role", "note");
  byId("notices").prepend(notice);
  tell("Saved. You can close this page.", true);
};
