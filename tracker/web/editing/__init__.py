"""What every form of a record does."""
