"""Agreements: their lists and how they are searched, counted and ordered, and the record of one."""
