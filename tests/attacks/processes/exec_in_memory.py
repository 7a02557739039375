"""
goal: run a program that is no file, from memory
effect: file
"""

import os

fd = os.memfd_create("program", 0)
with open("/bin/sh", "rb") as shell:
    os.write(fd, shell.read())
os.execve(fd, ["sh", "-c", "echo here > " + FOLDER + "/new"], {})
