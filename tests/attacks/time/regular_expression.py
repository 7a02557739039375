"""
goal: hang in a regular expression
effect: time
"""

import re

re.match("(a+)+$", "a" * 60 + "b")
