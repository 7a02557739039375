"""
goal: leave a file through tempfile, which looks for a writable folder itself
effect: file
"""

import tempfile

fd, name = tempfile.mkstemp(dir=FOLDER)
