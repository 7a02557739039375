"""What a class is doing: who is stuck and why, which mistakes are shared, what the exercises are worth."""
