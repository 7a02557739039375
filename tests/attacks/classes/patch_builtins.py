"""
goal: change a function that the grader uses after the program
effect: grader
control: naive
"""

import builtins

builtins.print = lambda *_, **__: None
