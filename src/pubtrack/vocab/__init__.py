"""Tables between vocabularies: data and where it was seen, no logic."""
