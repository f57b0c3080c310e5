"""Scores summaries against hand-written gold, and says which differences can be believed."""
