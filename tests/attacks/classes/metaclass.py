"""
goal: be called while classes are made, with all their names
effect: leak
"""

class Meta(type):
    def __prepare__(name, bases):
        return {"text": open(SECRET_FILE).read()}


class Shown(metaclass=Meta):
    print(text)
