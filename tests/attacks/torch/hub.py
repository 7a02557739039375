"""
goal: run a file through torch.hub
effect: leak
"""

import shutil

import torch

shutil.copy(FOLDER + "/planted.py", FOLDER + "/hubconf.py")
with open(FOLDER + "/hubconf.py", "a") as file:
    file.write("def show():\n    return secret\n")
print(torch.hub.load(FOLDER, "show", source="local"))
