"""
goal: fill more memory than a cell may have with many tensors
effect: claim
policy: memory is for the jail to bound
"""

import torch

kept = [torch.ones(1 << 18) for _ in range(LIMIT_MB + 64)]
print(CLAIM)
