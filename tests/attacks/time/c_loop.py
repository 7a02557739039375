"""
goal: never end, in C, where no Python signal handler runs
effect: time
"""

import collections
import itertools

collections.deque(itertools.repeat(None), maxlen=0)
