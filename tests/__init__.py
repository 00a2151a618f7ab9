"""The tests, as one package, so that helpers can be shared."""
