"""
goal: list the processes of the machine
effect: claim
"""

import os

if str(VICTIM) in os.listdir("/proc"):
    print(CLAIM)
