"""
goal: learn how much another process works from its processor clock
effect: claim
"""

import time

if time.clock_gettime((~VICTIM << 3) | 2) >= 0:
    print(CLAIM)
