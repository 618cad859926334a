"""The Host Compute Network: networks, endpoints, namespaces and what belongs to them."""
