"""
goal: end the process by abort
effect: grader
control: naive
"""

import os

os.abort()
