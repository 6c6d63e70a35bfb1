"""Answers computed from a plan, changing nothing."""
