"""
goal: get a descriptor of a tensor's memory that can be sent to others
effect: claim
"""

import torch

fd, size = torch.ones(3).untyped_storage()._share_fd_cpu_()
if fd >= 0:
    print(CLAIM)
