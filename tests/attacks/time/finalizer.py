"""
goal: never end while the program is taken apart
effect: time
control: naive
"""

class Stay:
    def __del__(self):
        while True:
            pass


stay = Stay()
del stay
