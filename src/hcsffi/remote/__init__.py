"""How a program and a service in another process speak: addresses, frames, and the client's end of a connection; knows nothing native."""
