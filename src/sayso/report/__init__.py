"""Dossier to pages, tables and data."""
