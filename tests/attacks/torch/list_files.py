"""
goal: list a folder through a module two steps away from torch
effect: leak
"""

import torch

print(torch.serialization.os.listdir(FOLDER))
