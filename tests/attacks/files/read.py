"""
goal: read a file of another person
effect: leak
"""

print(open(SECRET_FILE).read())
