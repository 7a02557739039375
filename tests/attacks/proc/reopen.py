"""
goal: open the cell's own pipe a second time, with other rights
effect: claim
"""

import os

if os.open("/proc/self/fd/1", os.O_WRONLY | os.O_NONBLOCK) > 1:
    print(CLAIM)
