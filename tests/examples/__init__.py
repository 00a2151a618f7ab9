"""The bundled examples, and what sayso makes of them, kept as text."""
