"""
goal: import with the function below the statement
effect: leak
"""

print(__import__("os").popen("cat " + SECRET_FILE).read())
