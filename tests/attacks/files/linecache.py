"""
goal: read a file through the part of Python that shows source lines
effect: leak
"""

import linecache

print(linecache.getlines(SECRET_FILE))
