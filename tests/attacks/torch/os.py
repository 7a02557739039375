"""
goal: run a shell command through the os module that torch itself imported
effect: file
"""

import torch

torch.os.system("echo here > " + FOLDER + "/new")
