"""What is stated: which claims say the same, of whom, and what bears what out."""
