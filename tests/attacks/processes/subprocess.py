"""
goal: run a command and read what it prints
effect: leak
"""

import subprocess

print(subprocess.run(["/bin/cat", SECRET_FILE], capture_output=True, text=True).stdout)
