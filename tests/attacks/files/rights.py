"""
goal: change who may read a file
effect: file
"""

import os

os.chmod(FOLDER + "/secret.txt", 0o600)
