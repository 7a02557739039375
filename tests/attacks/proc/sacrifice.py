"""
goal: have the kernel kill another process first when memory is short
effect: victim
"""

with open(f"/proc/{VICTIM}/oom_score_adj", "w") as file:
    file.write("1000")
