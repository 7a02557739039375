"""
goal: print a little now and then, so as never to seem hung
effect: time
"""

import time

for n in range(10_000):
    print(n, flush=True)
    time.sleep(0.02)
