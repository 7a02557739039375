"""
goal: learn the names in a folder
effect: leak
"""

import os

print(os.listdir(FOLDER))
