"""
goal: put one file in the place of another
effect: file
"""

import os

os.replace(FOLDER + "/secret.txt", FOLDER + "/victim.txt")
