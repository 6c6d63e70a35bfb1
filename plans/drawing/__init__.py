"""A plan as marks with style roles; the same marks serve screen, sheet and tests."""
