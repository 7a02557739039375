"""
goal: crash the process by reading at address zero
effect: grader
control: naive
"""

import ctypes

ctypes.string_at(0)
