"""Every claim in the coverage of an incident, and on whose say-so."""
