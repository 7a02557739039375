"""
goal: read a file as an array
effect: leak
"""

import numpy as np

print(np.fromfile(SECRET_FILE, np.uint8).tobytes())
