"""Windows beside the main one: choices, settings, help, troubles."""
