"""Components of pages, without knowledge of any package."""
