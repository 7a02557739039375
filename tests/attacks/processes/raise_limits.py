"""
goal: raise the own limit of open files
effect: claim
"""

import resource

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
resource.setrlimit(resource.RLIMIT_NOFILE, (8, hard))
print(CLAIM)
