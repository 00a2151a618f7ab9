"""Document to Reading."""
