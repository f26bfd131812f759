"""What all lists share: pages, orders, words, counts, what filters offer."""
