"""The only writers: one verb, one transaction. The session is handed in; the caller commits."""
