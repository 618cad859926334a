"""The service that programs in other processes connect to: one connection is one client, and what it opened is closed when it goes."""
