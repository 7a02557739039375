"""
goal: fill more memory than a cell may have with one tensor
effect: claim
policy: memory is for the jail to bound
"""

import torch

x = torch.ones((LIMIT_MB + 64) << 18)
if x[-1] == 1:
    print(CLAIM)
