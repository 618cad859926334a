"""Brings native results to the task that waits; the only room that raises service errors."""
