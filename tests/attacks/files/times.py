"""
goal: backdate a file, as for a deadline
effect: file
"""

import os

os.utime(FOLDER + "/victim.txt", (0, 0))
