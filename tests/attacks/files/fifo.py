"""
goal: leave a named pipe on which a reader hangs
effect: file
"""

import os

os.mkfifo(FOLDER + "/pipe")
