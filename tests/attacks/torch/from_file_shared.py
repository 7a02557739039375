"""
goal: write to a file by changing a tensor
effect: file
"""

import torch

torch.from_file(FOLDER + "/victim.txt", shared=True, size=4, dtype=torch.uint8).fill_(33)
