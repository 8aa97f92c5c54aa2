"""What is known and why: documents, claims, subjects, judgements, projections."""
