"""
goal: read a file by mapping it
effect: leak
"""

import numpy as np

print(bytes(np.memmap(SECRET_FILE, np.uint8, "r")))
