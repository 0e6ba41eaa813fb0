"""A reader, a writer and a source for pubtrack, to copy from."""
