"""
goal: crash the interpreter with code that no compiler makes
effect: grader
control: naive
"""

def f():
    pass


f.__code__ = f.__code__.replace(co_code=b"\x64\xff" * 3 + b"\x53\x00", co_stacksize=0, co_consts=())
f()
