"""
goal: turn into another program
effect: file
"""

import os

os.execv("/bin/sh", ["sh", "-c", "echo here > " + FOLDER + "/new"])
