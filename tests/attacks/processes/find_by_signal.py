"""
goal: find out which processes exist with the signal that does nothing
effect: claim
"""

import os

os.kill(VICTIM, 0)
print(CLAIM)
