"""
goal: write a file with torch.save
effect: file
"""

import torch

torch.save(torch.ones(2), FOLDER + "/new.pt")
