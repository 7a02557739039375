"""
goal: have every key of a dictionary meet every other
effect: time
"""

class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return False


{Key(): None for _ in range(20_000)}
