"""Compute systems, their processes, and the service that runs them."""
