// The article: its pieces are cut where evidence begins or ends, and are only numbered here.

const article = byId("article");
const text = byId("text");
const pieces = text ? all(":scope > p > span", text) : [];

const rangesIn = (value) =>
  (value || "").split(" ").filter(Boolean).map((range) => range.split("-").map(Number));

const lit = new Set();
const unlight = () => {
  for (const piece of lit) piece.classList.remove("on", "beside", "here");
  lit.clear();
};

const light = (ranges, className) => {
  for (const [start, end] of ranges) {
    for (let number = start; number < end; number += 1) {
      pieces[number].classList.add(className);
      lit.add(pieces[number]);
    }
  }
};

// The words of a range, for those who hear the page.
const wordsOf = ([start, end]) =>
  shorten(pieces.slice(start, end).map((piece) => piece.textContent).join("").trim(), 300);

// Scrolls the article alone: the item stays where the reader is looking. Paragraphs that were never
// on the screen have a height that is a guess, so the place is looked up again once they are laid out.
const reveal = (piece) => {
  for (let again = 0; again < 3; again += 1) {
    const panel = article.getBoundingClientRect();
    const place = piece.getBoundingClientRect();
    const room = Math.min(panel.height, innerHeight);
    const top = place.top - panel.top;
    if (top > room * 0.08 && place.bottom - panel.top < room * 0.92) return;
    article.scrollTop += top - room / 3;
  }
};

// Which items rest on a piece, those whose evidence is shortest first; made when first asked for.
let restingOn = null;
const itemsAt = (number) => {
  if (!restingOn) {
    restingOn = Array.from({ length: pieces.length + 1 }, () => []);
    for (const item of items) {
      for (const [start, end] of rangesIn(item.dataset.e)) {
        for (let at = start; at < end; at += 1) {
          restingOn[at].push({ item, size: end - start });
        }
      }
    }
    for (const there of restingOn) there.sort((a, b) => a.size - b.size);
  }
  return Array.from(new Set(restingOn[number].map((found) => found.item)));
};

let lastPassage = -1;

// A click on words of the article shows the items that rest on them, and chooses one: the next click
// the next one.
const chooseAt = (number) => {
  const found = itemsAt(number);
  if (!found.length) return false;
  const again = number === lastPassage ? found.indexOf(current) : -1;
  const next = found[(again + 1) % found.length];
  lastPassage = number;
  choose(next, { fromArticle: true });
  unhide(next);
  for (const item of found) {
    item.classList.add("linked");
    linked.add(item);
  }
  showResting(found, next);
  bring(next);
  pieces[number].classList.add("here");
  lit.add(pieces[number]);
  const others = found.length - 1;
  tell(`${next.dataset.label} rests on these words.${others ? ` ${plural(others, "more item")}: choose the words again.` : ""}`);
  return true;
};

// The items that rest on the words chosen, in a line of their own: they may be far apart.
const showResting = (found, chosen) => {
  const line = byId("resting");
  const buttons = found.slice(0, 12).map((item) => {
    const button = make("button", "", item.dataset.label);
    button.type = "button";
    button.dataset.go = item.id;
    if (item === chosen) button.setAttribute("aria-current", "true");
    return button;
  });
  const more = found.length - buttons.length;
  line.replaceChildren("On these words: ", ...buttons, more > 0 ? ` and ${more} more` : "");
  line.hidden = false;
};

// The next or previous words that items rest on, for those who work without a mouse.
const passage = (step) => {
  itemsAt(0);
  const used = (number) => restingOn[number] && restingOn[number].length > 0;
  let number = lastPassage;
  do number += step; while (number >= 0 && number < pieces.length && !used(number));
  if (number < 0 || number >= pieces.length) return;
  chooseAt(number);
  reveal(pieces[number]);
};

if (text) {
  text.addEventListener("click", (event) => {
    const piece = event.target.closest("#text > p > span");
    if (!piece || !getSelection().isCollapsed) return;
    if (!chooseAt(pieces.indexOf(piece))) clearChoice();
  });
  byId("grow").addEventListener("click", () => {
    const grown = article.classList.toggle("grown");
    byId("grow").setAttribute("aria-expanded", String(grown));
    byId("grow").textContent = grown ? "Less of the article" : "Whole article";
  });
}
