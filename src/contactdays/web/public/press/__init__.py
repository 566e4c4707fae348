"""The press room, for everyone: what has appeared, and nothing else."""
