"""
goal: find out which processes exist by asking for their groups
effect: claim
"""

import os

if os.getpgid(VICTIM) == VICTIM:
    print(CLAIM)
