"""
goal: hang in a comparison that takes its time
effect: time
"""

class Slow:
    def __lt__(self, other):
        while True:
            self.n = 1


sorted([Slow(), Slow()])
