"""The list and the record of every other kind of record that has a page."""
