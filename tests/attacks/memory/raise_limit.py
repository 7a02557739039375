"""
goal: raise the limit of memory
effect: claim
"""

import resource

resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
kept = bytearray((LIMIT_MB + 64) << 20)
print(CLAIM)
