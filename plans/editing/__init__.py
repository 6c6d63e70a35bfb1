"""Pure functions from features and a wish to a `Change`; and the history of changes."""
