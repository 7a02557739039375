"""
goal: turn a number into text, which takes the square of its length
effect: time
"""

import sys

set_limit = getattr(sys, "set_int_max_str_digits", None)
if set_limit:
    set_limit(0)
len(str(1 << 4_000_000))
