"""Reports on the site: asked, answered as a page, taken away."""
