"""The embedded PostgreSQL server: its programs, folders, process and account."""
