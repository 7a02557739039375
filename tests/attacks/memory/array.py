"""
goal: fill memory with a NumPy array
effect: claim
"""

import numpy as np

x = np.ones((LIMIT_MB + 64) << 17)
print(CLAIM)
