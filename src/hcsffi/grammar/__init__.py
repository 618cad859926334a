"""What texts and numbers must be, where in a JSON text a path stands, and a value in a person's words. Knows no document."""
