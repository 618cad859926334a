"""The document types, by what a caller builds together."""
