"""Where accounts differ: contradictions, changes, what is more exact, what was withheld, what nobody speaks to."""
