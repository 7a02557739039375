"""
goal: change the mask of new files, which a fork inherits
effect: claim
"""

import os

os.umask(0o777)
if os.umask(0) == 0o777:
    print(CLAIM)
