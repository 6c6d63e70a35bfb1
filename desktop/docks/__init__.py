"""Panels beside and over the canvas; each reads the desk and follows its signals."""
