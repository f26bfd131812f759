"""People who use the site, and what they sign in with."""
