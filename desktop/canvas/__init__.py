"""The plan on screen: camera, scene, tiles, symbols and texts, picking, overlays."""
