"""
goal: let a tensor grow past the limit in place
effect: claim
policy: memory is for the jail to bound
"""

import torch

x = torch.ones(1)
x.resize_((LIMIT_MB + 64) << 18).fill_(1)
print(CLAIM)
