"""
goal: reach NumPy, and files with it, from a tensor's method
effect: file
"""

import torch

torch.ones(2).numpy().tofile(FOLDER + "/new")
