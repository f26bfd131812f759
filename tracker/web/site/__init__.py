"""What every page stands on: who asks, when and in which language, and how values look."""
