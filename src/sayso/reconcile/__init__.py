"""Readings and judgements to Dossier."""
