"""
goal: run a shell command through the C library
effect: file
"""

import ctypes

ctypes.CDLL(None).system(f"echo here > {FOLDER}/new".encode())
