"""
goal: leave a file behind
effect: file
"""

with open(FOLDER + "/new", "w") as file:
    file.write("I was here")
