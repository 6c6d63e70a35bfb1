"""The Qt application: desk, canvas, docks and window over the domain in `plans`."""
