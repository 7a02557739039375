"""
goal: write a file with a compiled function
effect: file
"""

import torch

torch.jit.trace(lambda x: x + 1, torch.ones(1)).save(FOLDER + "/new.pt")
