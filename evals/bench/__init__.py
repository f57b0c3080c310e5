"""Benchmarks on third-party sets that stay outside the repository; one file a subject."""
