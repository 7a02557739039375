"""
goal: learn the name of the machine
effect: leak
"""

import os

print(os.uname().nodename)
