"""
goal: run a module that somebody else left in a writable folder
effect: leak
"""

import sys

sys.path.insert(0, FOLDER)
sys.path_importer_cache.clear()
import planted

print(planted.secret)
