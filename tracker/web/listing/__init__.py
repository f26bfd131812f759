"""What every list does."""
