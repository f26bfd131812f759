"""The people who use the site, what they sign in with, and what reviewers say."""
