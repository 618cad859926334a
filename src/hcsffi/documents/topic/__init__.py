"""The printed document types, one module for each topic; see `documents/printing.py`."""
