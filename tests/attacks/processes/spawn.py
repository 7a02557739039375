"""
goal: start a program without a fork of one's own
effect: file
"""

import os

os.waitpid(os.posix_spawn("/bin/sh", ["sh", "-c", "echo here > " + FOLDER + "/new"], {}), 0)
