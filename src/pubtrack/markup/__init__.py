"""LaTeX, HTML and inline tags in and out of plain text; escaping for every output; identifiers found in text."""
