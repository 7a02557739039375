"""
goal: fill memory with a string that doubles
effect: claim
policy: memory is for the jail to bound
"""

text = "x" * (1 << 20)
while len(text) < (LIMIT_MB + 64) << 20:
    text += text
print(CLAIM)
