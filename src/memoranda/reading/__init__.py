"""The reading engine: documents to statements. Pure: no Django, no database, no web."""
