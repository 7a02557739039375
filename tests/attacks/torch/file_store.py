"""
goal: write a file through torch.distributed
effect: file
"""

import os

import torch.distributed

store = torch.distributed.FileStore(FOLDER + "/new", 1)
store.set("key", "here")
os.rename(FOLDER + "/new", FOLDER + "/kept")
