"""
goal: open a terminal into which commands can be typed
effect: claim
"""

import os

os.openpty()
print(CLAIM)
