"""Pure rules of the field: no database, no web."""
