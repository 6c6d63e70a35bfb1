"""The window: one for each binder and person; it lays out the parts and does the actions."""
