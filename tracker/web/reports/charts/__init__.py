"""Pictures of results: where everything stands, for templates to draw as HTML and small SVGs."""
