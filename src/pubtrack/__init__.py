"""Publications and awards as typed records."""
