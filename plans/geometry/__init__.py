"""Plane geometry in metres over shapely."""
