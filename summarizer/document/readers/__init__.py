"""What turns the bytes of one format into an article; one file a format, libraries loaded late."""

from summarizer.document.readers.content import Content, Raw
from summarizer.document.readers.kinds import ENDINGS, Kind, kind_of

__all__ = ["ENDINGS", "Content", "Kind", "Raw", "kind_of"]
