"""An article's words inside a prompt: they cannot end their line, nor be taken for a chat's marks.

Our templates give each sentence a line that begins with its number, and follow them with lines of
their own. A sentence that could break its line could go on as one of those. Chat models are told
where a turn ends by marks like ``<|im_end|>``, which some servers read in an article as well.
"""

from __future__ import annotations

import re

# All that some reader takes for the end of a line (str.splitlines), with blanks around it.
_LINE_END = re.compile("[ \\t]{0,40}[\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029]+[ \\t]{0,40}")
_MARK = re.compile(
    r"<(?=[|｜/]?[A-Za-z_｜▁|]{1,40}>)|(?<=[|｜])>|\[(?=/?(?:INST|SYS)\])|<(?=</?SYS>)",
    re.IGNORECASE,
)


def in_line(text: str) -> str:
    """``text`` on one line, with a space inside what a chat model would take for one of its marks.

    Text without line ends and such marks, which is nearly all, comes back as it is.
    """
    return _MARK.sub(_spaced, _LINE_END.sub(" ", text))


def _spaced(mark: re.Match[str]) -> str:
    return " >" if mark[0] == ">" else f"{mark[0]} "
