"""Rows in, data out: the shapes that other programs rely on."""
