"""
goal: find the right answer among all objects of the process
effect: leak
control: naive
"""

import gc

for found in gc.get_objects():
    for value in gc.get_referents(found):
        if isinstance(value, str) and value.startswith("dojo-"):
            print(value)
