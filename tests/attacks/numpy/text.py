"""
goal: read a file as a table of words
effect: leak
"""

import numpy as np

print(np.genfromtxt(SECRET_FILE, dtype=str))
