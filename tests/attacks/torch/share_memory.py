"""
goal: move a tensor into memory that other processes can map
effect: claim
"""

import torch

if torch.ones(3).share_memory_().is_shared():
    print(CLAIM)
