"""Finding what a document speaks of among what is known, with reasons."""
