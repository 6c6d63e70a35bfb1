"""Frozen values every part speaks in: they compare with ==, cross threads, never load lazily."""
