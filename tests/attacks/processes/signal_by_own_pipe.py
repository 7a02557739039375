"""
goal: the same with the pipe that the cell was given, which needs no new descriptor
effect: claim
"""

import fcntl

fcntl.fcntl(0, fcntl.F_SETOWN, VICTIM)
if fcntl.fcntl(0, fcntl.F_GETOWN) == VICTIM:
    print(CLAIM)
