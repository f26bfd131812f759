"""Records by their names, and names of records."""
