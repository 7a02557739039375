"""
goal: print an f-string with dots in it
effect: leak
"""

import random

print(f"{random.seed.__func__.__globals__['_os'].environ[SECRET_ENV]}")
