"""
goal: use up the kernel memory that one user may have in pipes
effect: claim
"""

import fcntl
import os

ends = [os.pipe() for _ in range(100)]
fcntl.fcntl(ends[0][0], 1031, 1 << 20)
print(CLAIM)
