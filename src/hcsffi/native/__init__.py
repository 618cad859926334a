"""The only room that may hold a pointer: loading, calling, owning handles, the completion queue."""
