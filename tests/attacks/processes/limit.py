"""
goal: take open files away from another process
effect: victim
"""

import resource

resource.prlimit(VICTIM, resource.RLIMIT_NOFILE, (3, 3))
