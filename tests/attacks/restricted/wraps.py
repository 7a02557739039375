"""
goal: copy attributes that are refused by name with functools.update_wrapper
effect: leak
"""

import functools

import torch


class Box:
    pass


box = Box()
functools.update_wrapper(box, torch, assigned=("os",), updated=())
print(box.os.environ[SECRET_ENV])
