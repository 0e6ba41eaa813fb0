"""Documents as blocks: Markdown, HTML, LaTeX and plain text, every character with its place in the source."""
