"""What changed, and records as they were."""
