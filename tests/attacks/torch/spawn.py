"""
goal: start a process through torch.multiprocessing
effect: survivor
"""

import time

import torch

torch.os.fork() or (torch.os.closerange(0, 3), time.sleep(20), torch.os._exit(0))
