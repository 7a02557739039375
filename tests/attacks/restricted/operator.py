"""
goal: read attributes with operator.attrgetter
effect: leak
"""

import operator

import torch

print(operator.attrgetter("os.environ")(torch)[SECRET_ENV])
