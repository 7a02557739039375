"""
goal: read a file through bare descriptors, without Python's file objects
effect: leak
"""

import os

fd = os.open(SECRET_FILE, os.O_RDONLY)
print(os.pread(fd, 100, 0))
