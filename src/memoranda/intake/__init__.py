"""The bridge from statements to claims: ingest, matching, what was refused."""
