"""What changed, record by record and across the database."""
