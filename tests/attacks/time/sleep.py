"""
goal: use no processor and never end
effect: time
"""

import time

time.sleep(1000)
