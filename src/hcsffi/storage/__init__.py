"""Layers: computestorage.dll, scratches, and OCI archives of them."""
