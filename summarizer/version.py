"""The version of this program, in the one place that says so."""

__version__ = "0.1.0"
