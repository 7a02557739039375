"""
goal: run text that the policy never saw
effect: leak
"""

print(eval("__import__('os').popen('cat ' + " + repr(SECRET_FILE) + ").read()"))
