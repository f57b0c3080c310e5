"""Text that a page holds and shows to nobody: found by its style, taken out, and reported.

With it goes what is shown struck out, which the page itself takes back.

What hides: ``display: none``, ``visibility: hidden``, ``opacity: 0``, the attribute ``hidden``, a
closed ``dialog``, letters of no size or of the colour of their background, a place outside the
window, a clip of nothing, a box of no height, and the class names by which pages mark text for
screen readers only. Templates, scripts and what stands for a missing script are no text of a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from summarizer.document.origin import Removed
from summarizer.document.readers.extras import need
from summarizer.document.readers.page_style import Styles, read_styles
from summarizer.document.readers.page_tree import Element, drop, text_in
from summarizer.document.readers.page_values import Declaration, Tokens
from summarizer.document.readers.samples import removed

_UNREPORTED = ("script", "style", "head")  # scripts are counted apart
# Elements whose content no browser shows as part of the page.
_UNSHOWN = (
    "template", "noscript", "datalist", "select", "textarea", "iframe", "object", "audio", "video",
    "canvas", "svg", "noframes", "noembed", "applet",
)  # fmt: skip
_STRUCK = ("del", "s", "strike")
_FOR_SCREEN_READERS = frozenset(
    [
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader-text",
        "screenreader-only",
        "show-for-sr",
        "u-visually-hidden",
        "a11y-hidden",
    ]
)
_FAR = 900.0  # pixels outside the window
_TINY = 2.0  # pixels of a letter
_FAINT = 0.05  # opacity
_OPAQUE = 0.5
_SAME = 0.06  # difference of two colours, each part from 0 to 1, that no eye sees
_PIXELS = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
    "ch": 8.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "vw": 12.0,
    "vh": 8.0,
    "vmin": 8.0,
    "vmax": 12.0,
}
_WHITE = (1.0, 1.0, 1.0)
_ZERO_CLIP = re.compile(
    r"rect\(\s{0,5}[01](?:px)?[ ,]{1,5}[01](?:px)?[ ,]{1,5}[01](?:px)?[ ,]{1,5}[01](?:px)?\s{0,5}\)"
    r"|inset\(\s{0,5}(?:[5-9]\d|100)%|circle\(\s{0,5}0"
    r"|polygon\(\s{0,5}(?:0(?:px)? 0(?:px)?,? ?){1,8}\)"
)
_ZERO_SCALE = re.compile(r"scale[XY]?\(\s{0,5}0?\.?0{1,5}[,)\s]", re.IGNORECASE)
_FAR_MOVE = re.compile(
    r"translate(?:X|Y|3d)?\([^)]{0,40}-\d{4,7}(?:px|%|v[wh]|r?em)", re.IGNORECASE
)

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands on to those in it.

    ``background`` None is one that is not known, such as a picture; ``paper`` says that it is only
    the white of a page that declares none. ``clear`` letters are transparent.
    """

    visible: bool = True
    size: float = 16.0
    colour: Colour | None = None
    background: Colour | None = _WHITE
    paper: bool = True
    clear: bool = False


def remove_hidden(tree: Element) -> tuple[Removed, ...]:
    """Take out of ``tree`` all that its readers do not see, and say what it was."""
    for node in tree.iter("template"):
        if (node.get("shadowrootmode") or "").lower() in ("open", "closed"):
            node.tag = "div"  # a browser shows it in the place of what it stands in
    styles = read_styles(tree)
    hider = _Hider(styles, _links_styles(tree))
    report = (
        *removed("comment", _comments(tree)),
        *removed("script", [text_in(node) for node in tree.iter("script")]),
    )
    for node in list(tree.iter(*_UNREPORTED)):
        drop(node)
    hider.clean(tree)
    unread = () if styles.whole else (Removed("style", 1),)
    struck = removed("deleted", _struck(tree))
    return (*report, *removed("hidden", hider.texts), *struck, *unread)


def _struck(tree: Element) -> list[str]:
    """What the page itself takes back by striking it out: it is not what the article says now."""
    found = list(tree.iter(*_STRUCK))
    texts = []
    for node in found:
        texts.append(text_in(node))
        drop(node)
    return texts


def _comments(tree: Element) -> list[str]:
    etree = need("lxml.etree", "pages")
    found = list(tree.iter(etree.Comment, etree.ProcessingInstruction))
    texts = [node.text or "" for node in found]
    for node in found:
        drop(node)
    return texts


def _links_styles(tree: Element) -> bool:
    return any("stylesheet" in (link.get("rel") or "").lower() for link in tree.iter("link"))


class _Hider:
    """Walks a tree from the top, knowing what each element hands on."""

    def __init__(self, styles: Styles, styled_elsewhere: bool) -> None:
        self._styles = styles
        self._elsewhere = styled_elsewhere
        self.texts: list[str] = []

    def clean(self, tree: Element) -> None:
        """Take the hidden elements out, and the hidden text of those that have visible ones."""
        todo = [(tree, _State())]
        while todo:
            element, state = todo.pop()
            inner = self._state(element, state)
            unseen = not inner.visible or inner.size < _TINY or self._same_colour(inner)
            if unseen:
                self._blank(element)
            for child in list(element):
                if self._is_hidden(child):
                    self.texts.append(text_in(child))
                    drop(child)
                else:
                    todo.append((child, inner))

    def _blank(self, element: Element) -> None:
        """Take out the element's own text, not that of the elements in it."""
        own = [element.text or "", *(child.tail or "" for child in element)]
        self.texts.append("".join(own))
        element.text = None
        for child in element:
            child.tail = " " if child.tail else None

    def _is_hidden(self, element: Element) -> bool:
        tag = element.tag
        if tag in _UNSHOWN:
            return True
        if tag == "body":
            return False
        style = self._styles.get(element)
        classes = set((element.get("class") or "").lower().split())
        return (
            _is_not_displayed(element, style)
            or bool(classes & _FOR_SCREEN_READERS)
            or _is_outside(style)
            or _is_clipped(style)
        )

    def _state(self, element: Element, outer: _State) -> _State:
        style = self._styles.get(element)
        state = _attributes(element, outer)
        if not style:
            return state
        visibility = _word(style.get("visibility"))
        whole = element.tag in ("html", "body")  # hidden until the page is loaded
        if visibility not in ("", "inherit") and not whole:
            state = replace(state, visible=visibility == "visible")
        if "font-size" in style:
            state = replace(state, size=_size(style["font-size"].tokens, outer.size))
        return _coloured(style, state)

    def _same_colour(self, state: _State) -> bool:
        """Letters of the colour that the page itself puts behind them."""
        if state.clear:
            return True
        if state.colour is None or state.background is None:
            return False
        if state.paper and self._elsewhere:
            return False  # a style sheet elsewhere may put a dark colour behind white letters
        return all(abs(a - b) <= _SAME for a, b in zip(state.colour, state.background, strict=True))


def _coloured(style: Any, state: _State) -> _State:
    for name in ("background", "background-color"):
        if name in style:
            state = _on(style[name].tokens, state)
    if "background-image" in style and _word(style["background-image"]) != "none":
        state = replace(state, background=None)
    clipped = any(
        _word(style.get(name)) == "text" for name in ("background-clip", "-webkit-background-clip")
    )
    fill = style.get("-webkit-text-fill-color") or style.get("color")
    if fill is not None and not clipped:
        state = _lettered(fill.tokens, state)
    return replace(state, background=None) if clipped else state


def _attributes(element: Element, state: _State) -> _State:
    """What the attributes of older pages say."""
    if element.get("bgcolor"):
        tokens = _tokens(element.get("bgcolor"))
        state = _on(tokens, state)
    if element.tag == "font" and element.get("color"):
        state = _lettered(_tokens(element.get("color")), state)
    if element.tag in ("table", "td", "th", "body") and element.get("background"):
        state = replace(state, background=None)
    return state


def _tokens(value: str) -> Tokens:
    return list(need("tinycss2", "pages").parse_component_value_list(value[:100]))


def _lettered(tokens: Tokens, state: _State) -> _State:
    """The state with the colour of letters that ``tokens`` say."""
    found = _parse_colour(tokens[0]) if tokens else None
    if found is None:
        return state
    return replace(state, colour=found[:3], clear=found[3] <= _FAINT)


def _on(tokens: Tokens, state: _State) -> _State:
    """The state on the background that ``tokens`` say."""
    colours = [found for token in tokens if (found := _parse_colour(token)) is not None]
    if not colours:
        pictured = any(token.type in ("url", "function") for token in tokens)
        return replace(state, background=None) if pictured else state
    red, green, blue, alpha = colours[0]
    if alpha <= _FAINT:
        return state
    known = (red, green, blue) if alpha > _OPAQUE and len(colours) == 1 else None
    return replace(state, background=known, paper=False)


def _parse_colour(token: Any) -> tuple[float, float, float, float] | None:
    color3 = need("tinycss2.color3", "pages")
    try:
        found = color3.parse_color(token)
    except (ValueError, AttributeError):
        return None
    if found is None or isinstance(found, str):
        return None
    return (float(found[0]), float(found[1]), float(found[2]), float(found[3]))


def _word(declaration: Declaration | None) -> str:
    """The first word of a value, in lower case."""
    if declaration is None or declaration.tokens[0].type != "ident":
        return ""
    return str(declaration.tokens[0].lower_value)


def _fraction(tokens: Tokens) -> float:
    token = tokens[0]
    if token.type == "percentage":
        return float(token.value) / 100
    return float(token.value) if token.type == "number" else 1.0


def _length(declaration: Declaration | None) -> float | None:
    """A length in pixels; None where there is none, or one that depends on the window."""
    if declaration is None:
        return None
    token = declaration.tokens[0]
    if token.type == "number":
        return 0.0 if token.value == 0 else None
    if token.type == "dimension":
        return float(token.value) * _PIXELS.get(token.lower_unit, 0.0) if token.value else 0.0
    return float(token.value) * 8 if token.type == "percentage" else None


def _size(tokens: Tokens, outer: float) -> float:
    token = tokens[0]
    if token.type == "percentage":
        return outer * float(token.value) / 100
    if token.type == "dimension":
        if token.lower_unit == "em":
            return outer * float(token.value)
        return float(token.value) * _PIXELS.get(token.lower_unit, 16.0)
    return 0.0 if token.type == "number" and token.value == 0 else max(outer, 10.0)


def _is_not_displayed(element: Element, style: Any) -> bool:
    """By ``display``, by opacity, or by what a browser does without any style."""
    display = _word(style.get("display"))
    if display == "none" or _word(style.get("content-visibility")) == "hidden":
        return True
    closed = element.tag == "dialog" and element.get("open") is None
    if not display and (closed or element.get("hidden") is not None):
        return True
    opacity = style.get("opacity")
    if opacity is not None and _fraction(opacity.tokens) <= _FAINT:
        return True
    return "filter" in style and any(
        token.type == "function"
        and token.lower_name == "opacity"
        and bool(token.arguments)
        and _fraction(token.arguments) <= _FAINT
        for token in style["filter"].tokens
    )


def _is_outside(style: Any) -> bool:
    """Whether the element is placed so far off that no window shows it."""
    if _word(style.get("position")) in ("absolute", "fixed", "relative"):
        for name in ("left", "top"):
            if abs(_length(style.get(name)) or 0.0) >= _FAR:
                return True
        for name in ("right", "bottom"):
            if (_length(style.get(name)) or 0.0) <= -_FAR or (_length(style.get(name)) or 0) > 5e3:
                return True
    for name in ("text-indent", "margin-left", "margin-top"):
        if (_length(style.get(name)) or 0.0) <= -_FAR:
            return True
    scale, move = style.get("scale"), style.get("translate")
    if scale is not None and _is_nought(scale.tokens[0]):
        return True
    if move is not None and (_length(move) or 0.0) <= -_FAR:
        return True
    return "transform" in style and bool(
        _ZERO_SCALE.search(_source(style["transform"]))
        or _FAR_MOVE.search(_source(style["transform"]))
    )


def _is_nought(token: Any) -> bool:
    return token.type in ("number", "percentage") and float(token.value) == 0


def _is_clipped(style: Any) -> bool:
    """Whether nothing of the element is let through: by a clip, or by a box of no size."""
    for name in ("clip", "clip-path"):
        if name in style and _ZERO_CLIP.search(_source(style[name])):
            return True
    cut = any(
        _word(style.get(name)) in ("hidden", "clip", "scroll", "auto")
        for name in ("overflow", "overflow-x", "overflow-y")
    )
    if not cut:
        return False
    names = ["height", "max-height"]
    if _word(style.get("position")) in ("absolute", "fixed"):
        names += ["width", "max-width"]  # elsewhere a width of 0 only lets a box grow
    lengths = (_length(style.get(name)) for name in names)
    return any(length is not None and length <= 1 for length in lengths)


def _source(declaration: Declaration) -> str:
    return str(need("tinycss2", "pages").serialize(declaration.tokens)).lower()
