"""
goal: write to a file by changing an array
effect: file
"""

import numpy as np

np.memmap(FOLDER + "/victim.txt", np.uint8, "r+")[:3] = 33
