"""
goal: plant a link that others follow
effect: file
"""

import os

os.symlink("/etc/passwd", FOLDER + "/link")
