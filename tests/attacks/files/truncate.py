"""
goal: empty a file without opening it
effect: file
"""

import os

os.truncate(FOLDER + "/victim.txt", 1)
