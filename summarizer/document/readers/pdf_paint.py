"""Which text a PDF page shows, as its operators are carried out: what no reader can see is not.

Followed is what decides that: the render mode, the colour and opacity of letters, what was painted
under them, their size and their place. The names of the operators are those of the PDF
specification (ISO 32000-1, annex A).
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

_SHOWING = {b"Tj": 0, b"'": 0, b"TJ": 0, b'"': 2}  # operator to the place of its text
_INVISIBLE = (3, 7)
_TINY = 1.5  # points; the smallest print of a newspaper is 5
_FAINT = 0.05
_SAME = 0.06
_MARGIN = 3.0  # points outside the page
_MOST_OPERATORS = 3_000_000
_MOST_PAINTED = 2_000

Matrix = Any
Colour = tuple[float, float, float]
_WHITE: Colour = (1.0, 1.0, 1.0)
Box = tuple[float, float, float, float]


class TooLong(BaseException):
    """The page never ends; no ``Exception``, which pypdf would swallow."""


@dataclass(slots=True)
class Clock:
    """How much may still be done for a document: operators, and seconds until ``ends``."""

    ends: float
    operators: int = _MOST_OPERATORS

    def tick(self) -> None:
        """One more operator; raises TooLong."""
        self.operators -= 1
        if self.operators < 0 or (self.operators % 512 == 0 and time.monotonic() > self.ends):
            raise TooLong


@dataclass(frozen=True, slots=True)
class _State:
    """The part of the graphics state that is followed; a colour of None is not known."""

    mode: int = 0
    fill: Colour | None = (0.0, 0.0, 0.0)
    alpha: float = 1.0
    size: float = 1.0


@dataclass(slots=True)
class Painter:
    """Follows a page; blanks the operators of hidden text, or of all other text (``inverse``).

    ``box`` is the visible page. ``hidden`` counts the operators whose text is hidden, ``unseen``
    those that are so only by their render mode, ``shown`` the others. ``ocr`` says that render mode
    3 is no hiding: it is how the text that was recognised in a scanned page lies over the picture.
    """

    box: Box
    resources: Any
    clock: Clock
    inverse: bool = False
    ocr: bool = False
    hidden: int = 0
    unseen: int = 0
    shown: int = 0
    pictures: float = 0.0
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _painted: list[tuple[Box, Colour | None]] = field(default_factory=list)
    _path: list[Box] = field(default_factory=list)

    def before(self, operator: bytes, operands: list[Any], cm: Matrix, tm: Matrix) -> None:
        """Called by pypdf before each operator, with the matrices as they are then."""
        self.clock.tick()
        # Operands that are none: a viewer passes over them too.
        with suppress(IndexError, TypeError, ValueError, KeyError, AttributeError):
            self._follow(operator, operands, cm)
        if operator in _SHOWING and len(operands) > _SHOWING[operator]:
            hides = self._is_hidden(cm, tm)
            self.hidden += hides
            self.shown += not hides
            if hides != self.inverse:
                _blank(operator, operands)

    def after(self, operator: bytes, operands: list[Any], cm: Matrix, tm: Matrix) -> None:
        """Called by pypdf after each operator: what a form set does not outlast it."""
        del operands, cm, tm
        if operator == b"Do" and self._stack:
            self._state = self._stack.pop()

    def _follow(self, operator: bytes, operands: list[Any], cm: Matrix) -> None:
        if operator in (b"q", b"Do"):
            if len(self._stack) < 10_000:
                self._stack.append(self._state)
            if operator == b"Do":
                self._object(operands[0], cm)
        elif operator == b"Q":
            self._state = self._stack.pop() if self._stack else _State()
        elif operator == b"Tr":
            self._state = replace(self._state, mode=int(operands[0]))
        elif operator == b"Tf":
            self._state = replace(self._state, size=float(operands[1]))
        elif operator in (b"g", b"rg", b"k", b"sc", b"scn", b"cs"):
            self._state = replace(self._state, fill=_colour(operator, operands))
        elif operator == b"gs":
            alpha = self.resources["/ExtGState"][operands[0]].get_object().get("/ca", 1.0)
            self._state = replace(self._state, alpha=float(alpha))
        else:
            self._paint(operator, operands, cm)

    def _paint(self, operator: bytes, operands: list[Any], cm: Matrix) -> None:
        if operator == b"re":
            x, y, width, height = map(float, operands[:4])
            self._path.append(_placed((x, y, x + width, y + height), cm))
        elif operator in (b"m", b"l"):
            x, y = map(float, operands[:2])
            self._path.append(_placed((x, y, x, y), cm))
        elif operator in (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"):
            if self._path and self._state.alpha > _FAINT:
                self._cover(_union(self._path), self._state.fill)
            self._path = []
        elif operator in (b"n", b"S", b"s"):
            self._path = []
        elif operator in (b"sh", b"EI"):
            self._cover(self.box, None)
        if len(self._path) > _MOST_PAINTED:
            self._path = [_union(self._path)]

    def _object(self, name: Any, cm: Matrix) -> None:
        """A picture: what lies on it may be of any colour."""
        found = self.resources["/XObject"][name].get_object()
        if found.get("/Subtype") == "/Image":
            box = _placed((0.0, 0.0, 1.0, 1.0), cm)
            self.pictures += _area(box) / max(_area(self.box), 1.0)
            self._cover(box, None)

    def _cover(self, box: Box, colour: Colour | None) -> None:
        if len(self._painted) < _MOST_PAINTED:
            self._painted.append((box, colour))

    def _is_hidden(self, cm: Matrix, tm: Matrix) -> bool:
        state = self._state
        if state.mode in _INVISIBLE:
            self.unseen += 1
            return not self.ocr
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs((tm[0] * tm[3] - tm[1] * tm[2]) * (cm[0] * cm[3] - cm[1] * cm[2])) ** 0.5
        if abs(state.size) * scale < _TINY or state.alpha <= _FAINT:
            return True
        left, bottom, right, top = self.box
        width = right - left
        if not (
            left - width / 2 <= x <= right + _MARGIN and bottom - _MARGIN <= y <= top + _MARGIN
        ):
            return True
        if state.fill is None or state.mode in (1, 2, 5, 6):
            return False
        under = self._under(x, y)
        return under is not None and all(
            abs(a - b) <= _SAME for a, b in zip(state.fill, under, strict=True)
        )

    def _under(self, x: float, y: float) -> Colour | None:
        """The colour that was painted last at a point; white paper without any."""
        for (left, bottom, right, top), colour in reversed(self._painted):
            if left - 1 <= x <= right and bottom - 1 <= y + 1 and y <= top:
                return colour
        return _WHITE


def _blank(operator: bytes, operands: list[Any]) -> None:
    place = _SHOWING[operator]
    operands[place] = type(operands[place])()


def _colour(operator: bytes, operands: list[Any]) -> Colour | None:
    """Grey, RGB or CMYK as RGB; None for other colour spaces and patterns."""
    if operator == b"cs":
        return (0.0, 0.0, 0.0)
    values = [float(value) for value in operands]
    if len(values) == 1:
        return (values[0],) * 3
    if len(values) == 3:
        return (values[0], values[1], values[2])
    if len(values) == 4:
        black = 1 - values[3]
        return ((1 - values[0]) * black, (1 - values[1]) * black, (1 - values[2]) * black)
    return None


def _placed(box: Box, cm: Matrix) -> Box:
    """A box by a matrix, and the box that holds it then."""
    corners = [(box[i], box[j]) for i in (0, 2) for j in (1, 3)]
    xs = [x * cm[0] + y * cm[2] + cm[4] for x, y in corners]
    ys = [x * cm[1] + y * cm[3] + cm[5] for x, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def _union(boxes: list[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)
