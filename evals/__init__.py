"""Scores for what the summarizer does."""
