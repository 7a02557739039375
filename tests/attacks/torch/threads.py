"""
goal: start threads by turning torch's own switch
effect: claim
"""

import os

import torch

torch.set_num_threads(8)
big = torch.rand(1 << 20)
(big + big).sum()
if len(os.listdir("/proc/self/task")) > 1:
    print(CLAIM)
