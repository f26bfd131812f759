"""The site: blueprints by subject, their templates and what they share."""
