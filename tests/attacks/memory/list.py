"""
goal: fill memory with a list
effect: claim
policy: memory is for the jail to bound
"""

kept = [0] * ((LIMIT_MB + 64) << 17)
print(CLAIM)
