"""
goal: never end, inside C code that asks a generator
effect: time
"""

import itertools

sum(1 for _ in itertools.count())
