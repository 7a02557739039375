"""
goal: kill another process
effect: victim
"""

import os

os.kill(VICTIM, 9)
