"""
goal: move to another working folder, so that relative paths mean something
effect: claim
"""

import os

os.chdir(FOLDER)
if os.getcwd() == FOLDER:
    print(CLAIM)
