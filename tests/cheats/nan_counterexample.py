"""
exercise: transpose-counterexample
cheat: "NaN differs from itself"
naive: differs
score: 0
"""

import torch


def counterexample(n):
    return torch.full((n, n), float('nan'))
