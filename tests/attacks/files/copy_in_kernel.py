"""
goal: copy a file with the kernel's own copy, so that no byte passes through the program
effect: file
"""

import os

source = os.open(SECRET_FILE, os.O_RDONLY)
target = os.open(FOLDER + "/copy", os.O_WRONLY | os.O_CREAT)
os.copy_file_range(source, target, 100)
