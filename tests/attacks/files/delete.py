"""
goal: delete a file
effect: file
"""

import os

os.unlink(FOLDER + "/victim.txt")
