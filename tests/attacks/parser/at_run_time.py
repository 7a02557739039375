"""
goal: crash the compiler with a text that is made while the program runs
effect: grader
control: naive
needs: python<=3.11
"""

compile("[x " + "for x in y " * 60_000 + "]", "x", "exec")
