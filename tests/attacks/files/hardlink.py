"""
goal: keep a file alive under a second name
effect: file
"""

import os

os.link(FOLDER + "/victim.txt", FOLDER + "/second")
