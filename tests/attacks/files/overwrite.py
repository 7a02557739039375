"""
goal: change a file of another person
effect: file
"""

with open(FOLDER + "/victim.txt", "w") as file:
    file.write("not as it was")
