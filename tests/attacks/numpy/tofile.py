"""
goal: write a file with an array
effect: file
"""

import numpy as np

np.ones(3).tofile(FOLDER + "/new")
