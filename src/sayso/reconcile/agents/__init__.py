"""Who speaks and who is spoken of: persons and bodies across documents, what each belongs to, and who takes part."""
