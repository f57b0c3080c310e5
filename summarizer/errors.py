"""Every error this program raises on purpose: one tree, and each leaf knows its exit code.

An error says what happened, to which document, and what to do now. All of them survive
pickling, so a batch can send them between processes and store them as rows.
"""

from __future__ import annotations

from typing import Any, Self


class SummarizerError(Exception):
    """The root of the tree.

    ``message`` says what happened, ``document`` to what (a path, a URL or ``""``), ``remedy`` what
    to do now. ``exit_code`` is what the command returns. ``usage`` is what the failure cost
    (``summarizer.models.Usage``), where a model was asked.
    """

    exit_code = 1
    default_remedy = ""
    usage: Any = None

    def __init__(self, message: str, *, document: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.document = document
        self.remedy = remedy or self.default_remedy

    def __str__(self) -> str:
        head = f"{self.document}: {self.message}" if self.document else self.message
        return f"{head}. {self.remedy}" if self.remedy else head

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), dict(self.__dict__))

    def about(self, document: str) -> SummarizerError:
        """Name the document this error happened to, unless it has a name already."""
        self.document = self.document or document
        return self

    def adding(self, more: str) -> Self:
        """With ``more`` at the end of its message."""
        self.message += more
        self.args = (self.message,)
        return self

    def bare(self) -> Self:
        """Without its traceback and the errors behind it: an error that is kept holds no frames,
        in which articles, answers and keys stand whole."""
        self.__cause__ = self.__context__ = None
        return self.with_traceback(None)


def _rebuild(cls: type[SummarizerError], state: dict[str, Any]) -> SummarizerError:
    error = cls.__new__(cls)
    Exception.__init__(error, state.get("message", ""))
    error.__dict__.update(state)
    return error


class InputError(SummarizerError):
    """What was given cannot be used: exit code 2."""

    exit_code = 2


class SourceMissing(InputError):
    """There is no such file, or it may not be read."""

    default_remedy = "Check the path, or give the text on standard input with '-'"


class SourceEmpty(InputError):
    """The source holds no text."""

    default_remedy = "Give an article with text in it"


class SourceNotText(InputError):
    """The source is binary, or is not text in the encoding it claims."""

    default_remedy = "Give plain text in UTF-8"


class FetchError(InputError):
    """A page cannot be had from its address."""


class FetchRefused(FetchError):
    """The address, or one it redirects to, is not one this program goes to; nothing was sent."""

    default_remedy = "Give the address of a public web page, or save the page and give the file"


class RobotsForbid(FetchRefused):
    """The site's robots.txt asks programs not to fetch this page."""

    default_remedy = "Save the page and give the file; with the site's permission, --ignore-robots"


class FetchTooLarge(FetchError):
    """The page is larger than the limit; reading stopped there."""

    default_remedy = "Save the part that matters to a file and give that"


class FetchTimeout(FetchError):
    """The page was not whole when the time for it was up."""

    default_remedy = "Try again later, or save the page and give the file"


class FetchUnsupported(FetchError):
    """The page is of a kind that is not read, or is not of the kind it says."""

    default_remedy = "Give a page, text, PDF, Word, mail or feed address"


class FetchFailed(FetchError):
    """The site could not be reached, or answered with an error.

    ``status`` is the HTTP status, 0 where there was no answer.
    """

    default_remedy = "Check the address, or save the page and give the file"
    status: int = 0


class SourceTooLong(InputError):
    """The article does not fit the model's context."""

    default_remedy = "Use a model with a larger context, or give a shorter article"


class PromptError(InputError):
    """A prompt is missing, malformed, or differs from its released hash."""

    default_remedy = "See 'summarize prompts list'"


class SummaryInvalid(InputError):
    """A file given as a summary cannot be read as one."""

    default_remedy = "Give a JSON file written by 'summarize --format json'"


class ReviewInvalid(InputError):
    """A file given as a review record cannot be read as one."""

    default_remedy = "Give a file that the review page saved, or move it away"


class GoldInvalid(InputError):
    """A gold file cannot be read as one, or does not fit its article."""

    default_remedy = "Mend the gold file; 'summarize eval init ARTICLE' makes one to start from"


class RecordingStale(InputError):
    """There is no recorded answer to exactly this question: prompt, article or code changed."""

    default_remedy = "Record it anew with --live"


class UnknownName(InputError):
    """A model, format or other name that is not known."""


class MissingExtra(InputError):
    """An optional part is not installed; the remedy is the command that installs it."""


class ModelError(SummarizerError):
    """The model or its provider failed: exit code 4."""

    exit_code = 4


class ModelUnavailable(ModelError):
    """The model cannot be started or reached."""


class WeightsUnavailable(ModelError):
    """A local model's weights cannot be fetched, or are not what their hash says."""


class ProviderRejected(ModelError):
    """The provider refused the key or the account (401, 403, no quota): the whole run must stop."""

    default_remedy = "Check the key, the account and its quota"


class ProviderBusy(ModelError):
    """The provider was rate limiting or down until the retries or the deadline ran out."""

    default_remedy = "Try again later, or lower the rate"


class RequestInvalid(ModelError):
    """The provider says that the request itself is wrong; sending it again cannot help."""

    default_remedy = "Check the model's name and that the server speaks the OpenAI API"


class DeadlineExceeded(ModelError):
    """The answer was not whole when the document's time was up."""

    default_remedy = "Give more time with --timeout"


class AnswerRefused(ModelError):
    """The model or the provider's filter declined to answer."""

    default_remedy = "Another model may answer; the article itself is untouched"


class AnswerTruncated(ModelError):
    """The answer was cut off at the token limit."""

    default_remedy = "Give a shorter article, or a model with a larger output"


class AnswerInvalid(ModelError):
    """The answer is not what was asked for, also after asking again."""

    default_remedy = "Try again, or another model"


class StoreError(SummarizerError):
    """The store of results cannot be read or written: exit code 1."""

    default_remedy = "Name another store with --store or SUMMARIZER_STORE"


class StoreBusy(StoreError):
    """Another process kept the store locked for longer than we wait."""

    default_remedy = "Try again when the other process is done"


class StoreFull(StoreError):
    """The disk is full: what is stored is whole, and nothing new can be begun."""

    default_remedy = "Make room on the disk and run the same command again"


class ReaderFailed(SummarizerError):
    """Reading the article ended the process that read it, or took far too long, twice: exit code 1.

    The article itself could be at fault, or the memory that is left.
    """

    default_remedy = (
        "Try it alone; if it fails again, please report it, with the article if you may"
    )


class BudgetSpent(SummarizerError):
    """The next request could pass the budget of the run, so it was not sent: exit code 5."""

    exit_code = 5
    default_remedy = "Give a larger budget and run the same command again"


class RunStopped(SummarizerError):
    """The run ended before this document's turn; nothing was paid for it: exit code 5."""

    exit_code = 5
    default_remedy = "Run the same command again: what is done costs nothing twice"


class RunCancelled(SummarizerError):
    """The caller cancelled the run: exit code 130."""

    exit_code = 130
