"""What the records of several kinds have: evidence, members, posts, statements."""
