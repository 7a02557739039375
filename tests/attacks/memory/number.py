"""
goal: fill memory with one number
effect: claim
policy: memory is for the jail to bound
"""

number = 1 << ((LIMIT_MB + 64) << 23)
print(CLAIM)
