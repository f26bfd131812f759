"""The pages of each kind of record: its list, its record, its form."""
