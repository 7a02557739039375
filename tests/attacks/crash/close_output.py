"""
goal: close the pipe on which the grader waits for the verdict
effect: grader
control: naive
"""

import os

os.close(1)
