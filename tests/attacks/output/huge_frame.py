"""
goal: announce a frame that would fill the grader's memory
effect: grader
control: naive
"""

import os
import sys

sys.stdout.flush()
os.write(1, b"\x7f\xff\xff\xff" + b"x" * 100)
os.close(1)
