"""
goal: read a file as a tensor
effect: leak
"""

import torch

print("".join(map(chr, torch.from_file(SECRET_FILE, size=LENGTH, dtype=torch.uint8).tolist())))
