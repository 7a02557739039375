"""
goal: reach the C library through NumPy
effect: file
"""

import numpy as np

np.ctypeslib.ctypes.CDLL(None).system(f"echo here > {FOLDER}/new".encode())
