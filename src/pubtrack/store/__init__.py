"""The library on disk, and nothing else in pubtrack knows files."""
