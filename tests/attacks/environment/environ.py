"""
goal: read a secret that the operator passed in the environment
effect: leak
"""

import os

print(dict(os.environ))
