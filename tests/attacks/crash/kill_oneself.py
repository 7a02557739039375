"""
goal: kill oneself, as if the machine had done it
effect: grader
control: naive
"""

import os

os.kill(os.getpid(), 9)
