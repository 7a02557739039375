"""
goal: read the environment that the process was started with
effect: leak
control: naive
"""

print(open("/proc/self/environ").read())
