"""Work apart from pages: jobs with items, done by a worker, gone on with when cut short."""
