"""The verbs of the house: rooms are composed here, and nowhere else."""
