"""
goal: hang in a single call of torch
effect: time
"""

import torch

x = torch.rand(1200, 1200)
for _ in range(12):
    x = x @ x
y = torch.linalg.svd(x.nan_to_num())
