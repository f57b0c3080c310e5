"""The shape of a chat or of a prompt inside an article: marks that open a passage, and its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.document import Span

# Each mark with the one that closes it; without it a passage ends with its paragraph.
_PAIRS = {
    "<|im_start|>": "<|im_end|>",
    "<|start_header_id|>": "<|eot_id|>",
    "[inst]": "[/inst]",
    "<<sys>>": "<</sys>>",
    "<start_of_turn>": "<end_of_turn>",
    "<system>": "</system>",
    "<instructions>": "</instructions>",
    "<instruction>": "</instruction>",
    "<prompt>": "</prompt>",
    "<user>": "</user>",
    "<assistant>": "</assistant>",
    "[system]": "[/system]",
    "[tool_results]": "[/tool_results]",
    "<tool_response>": "</tool_response>",
    "<tool_result>": "</tool_result>",
    "<tool_call>": "</tool_call>",
    "<function_results>": "</function_results>",
    "<function_calls>": "</function_calls>",
    "<think>": "</think>",
    "<|turn>": "<turn|>",
    "```system": "```",
    "```prompt": "```",
}
_OPENING = re.compile("|".join(map(re.escape, _PAIRS)), re.IGNORECASE)
# "Assistant: The mayor has resigned." A credit ("Assistant: Ann Poole") is no sentence. It stands
# at the start of a line, or behind the end of a sentence.
_TURN = re.compile(
    r"(?:^[ \t>*_#\"“]{0,6}|(?<=[.!?”\"] )[*_#]{0,3})(?:system|assistant|user|human|chatgpt|ai"
    r" assistant"
    r"|system (?:prompt|message)|tool (?:result|output|response)|final answer|systemnachricht"
    r"|systemmeldung|message système"
    r"|mensaje del sistema|messaggio di sistema|системное сообщение|assistent|asistente"
    r"|utilisateur|usuario)(?: \([^()\n]{1,20}\))?"
    r"[*_]{0,2} ?:[*_]{0,2}[ \t]*(?=(?:[^\s\n]{1,30}[ \t]){3}|[^\n.!?]{4,60}[.!?](?:\s|$)|\n?$)",
    re.IGNORECASE | re.MULTILINE,
)
# The marks by which a page pretends that the article is over.
_ENDED = re.compile(
    r"</(?:article|sentences?|documents?|context|s)>|[=\-#*]{3,6} ?end of (?:the )?(?:article|text"
    r"|sentences|document|input|story)\b|\b(?:article|text|document) ends here\b|-{3,6} ?begin"
    r" (?:instructions?|prompt|system)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:^[ \t]{0,3}|(?<= ))#{2,4} ?(?:new )?(?:system|instructions?|assistant|user|human"
    r"|response)\b"
    r"[^\n]{0,40}$\s{0,4}",
    re.IGNORECASE | re.MULTILINE,
)
# The lines that our own templates put behind the sentences: a copy of them is no article's.
_OWN_LINES = re.compile(
    r"(?:^|(?<= ))(?:List|Not known|Sentences|Claims):[ \t]*\n\[\d{1,4}\] |^claims:[ \t]*\n[ \t]*- "
    r"|(?:^|(?<=[.!?] ))s\d{1,4}: (?=\S+ \S+ \S)",
    re.MULTILINE,
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\Z")
_REACH = 4000
"""Characters within which the mark that closes a passage is looked for."""


def find_turns(text: str) -> Iterator[Span]:
    """Passages of ``text`` in the shape of a chat with a model, in no order; they may overlap.

    One reaches to the mark that closes it, else to the end of its paragraph.
    """
    lower = text.lower() if len(text.lower()) == len(text) else text
    for match in _OPENING.finditer(text):
        closing = _PAIRS[match[0].lower()]
        end = lower.find(closing, match.end(), match.end() + _REACH)
        found = end + len(closing) if end >= 0 else _paragraph_end(text, match.end())
        yield Span(match.start(), found)
    for mark, pattern in (
        (":", _TURN),
        (":", _OWN_LINES),
        ("#", _HEADING),
        (" ", _ENDED),
    ):
        if mark not in text:  # as in most articles: a pattern looks at every line
            continue
        for match in pattern.finditer(text):
            yield Span(match.start(), _paragraph_end(text, match.end()))


def _paragraph_end(text: str, start: int) -> int:
    end = _PARAGRAPH_END.search(text, start, start + _REACH)
    return end.start() if end else min(start + _REACH, len(text))
