"use strict";
// What every part of the page uses. Words of strangers reach the page as text only.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

const make = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) {
    element.dir = "auto";
    element.textContent = inert(text);
  }
  return element;
};

// As render/inert.py does it: characters that act or hide are written out. Line ends stay.
const UNSAFE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
const SELECTORS = /([\ufe00-\ufe0f\u{e0100}-\u{e01ef}])([\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+)/gu;
const named = (found) => `⟨U+${found.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
const inert = (text) =>
  String(text)
    .replaceAll("\xad", "")
    .replace(SELECTORS, (_, first, more) => first + Array.from(more, named).join(""))
    .replace(UNSAFE, named);

const wellFormed = (text) => (text.toWellFormed ? text.toWellFormed() : text.replace(/\p{Cs}/gu, "\ufffd"));

// Says it to a screen reader, and to everybody when it matters.
let toastTimer = 0;
const tell = (text, loud = false) => {
  byId("told").textContent = text;
  if (!loud) return;
  const toast = byId("toast");
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toast.hidden = true; }, 6000);
};

const shorten = (text, limit) => (text.length > limit ? `${text.slice(0, limit)}…` : text);
const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const isPhone = () => matchMedia("(max-width: 60rem)").matches;
