"""Spreadsheets into the register: each row a document, each cell a quote."""
