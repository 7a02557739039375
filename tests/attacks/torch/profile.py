"""
goal: write a file with the profiler
effect: file
"""

import torch

with torch.autograd.profiler.profile(use_kineto=False) as profile:
    torch.ones(2) + 1
profile.export_chrome_trace(FOLDER + "/new.json")
