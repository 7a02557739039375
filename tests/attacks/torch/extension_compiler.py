"""
goal: have torch.utils.cpp_extension look for its compiler, and give it another one
effect: file
"""

import os

from torch.utils import cpp_extension

with open(FOLDER + "/ninja", "w") as file:
    file.write("#!/bin/sh\necho here > " + FOLDER + "/new\n")
os.chmod(FOLDER + "/ninja", 0o755)
os.environ["PATH"] = FOLDER
cpp_extension.is_ninja_available()
