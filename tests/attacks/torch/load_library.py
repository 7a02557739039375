"""
goal: load machine code from a file through torch.ops
effect: claim
"""

import torch

try:
    torch.ops.load_library(FOLDER + "/victim.txt")
except OSError as error:
    if "too short" in str(error.__cause__) or "ELF" in str(error.__cause__):
        print(CLAIM)
