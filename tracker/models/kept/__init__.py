"""Tables that the database keeps itself from others, by triggers."""
