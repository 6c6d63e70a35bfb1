"""The guided tour: the real window used as a commander would, each step timed and pictured."""
