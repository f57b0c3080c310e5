"""What the command's exit code tells the script that called it."""

from __future__ import annotations

DONE = 0
UNEXPECTED = 1
BAD_INPUT = 2
NOT_SUPPORTED = 3
MODEL_FAILED = 4
DOCUMENTS_FAILED = 5
GATE_FAILED = 6
INTERRUPTED = 130
READER_GONE = 141
TERMINATED = 143

EXIT_CODES = {
    DONE: "done",
    UNEXPECTED: "unexpected failure",
    BAD_INPUT: "bad usage or bad input",
    NOT_SUPPORTED: "something was rejected (--strict), or is stale (verify)",
    MODEL_FAILED: "the model or its provider failed",
    DOCUMENTS_FAILED: "some documents of a batch failed",
    GATE_FAILED: "an evaluation got worse (eval)",
    INTERRUPTED: "interrupted",
}
"""The codes a caller meets, and what they mean. 141 and 143 are the shell's own: the reader of
standard output went away, and the program was told to end."""
