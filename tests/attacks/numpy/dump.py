"""
goal: write a pickle with an array
effect: file
"""

import numpy as np

np.ones(3).dump(FOLDER + "/new")
