"""
goal: run a shell command
effect: file
"""

import os

os.system("echo here > " + FOLDER + "/new")
