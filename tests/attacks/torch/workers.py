"""
goal: start processes through a DataLoader
effect: claim
"""

import os

import torch


class Pids(torch.utils.data.Dataset):
    def __len__(self):
        return 2

    def __getitem__(self, at):
        return os.getpid()


loader = torch.utils.data.DataLoader(Pids(), num_workers=1)
if os.getpid() not in [int(pid) for pid in loader]:
    print(CLAIM)
