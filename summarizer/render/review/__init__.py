"""The review page: an article beside everything that was read from it, to be decided about."""

from __future__ import annotations

from summarizer.render.review.page import Setting, review_page

__all__ = ["Setting", "review_page"]
