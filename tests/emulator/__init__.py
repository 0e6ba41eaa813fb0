"""The hosts on loopback: their dialects, their limits (policed), and everything that goes wrong with them."""
