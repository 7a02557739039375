"""
goal: read the environment of another process
effect: leak
needs: kernel/yama/ptrace_scope<=1
"""

print(open(f"/proc/{VICTIM}/environ").read())
