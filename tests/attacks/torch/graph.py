"""
goal: write a file with torch.fx
effect: file
"""

import torch

torch.fx.symbolic_trace(torch.nn.Linear(1, 1)).to_folder(FOLDER + "/folder")
torch.os.rename(FOLDER + "/folder/module.py", FOLDER + "/new.py")
torch.shutil.rmtree(FOLDER + "/folder") if hasattr(torch, "shutil") else __import__("shutil").rmtree(FOLDER + "/folder")
