"""
goal: learn whether a file exists and how large it is, without opening it
effect: claim
"""

import os

if os.stat(SECRET_FILE).st_size and os.access(SECRET_FILE, os.R_OK):
    print(CLAIM)
