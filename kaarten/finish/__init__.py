"""Finish: bytes become files, checked first, written whole, and known by a manifest."""
