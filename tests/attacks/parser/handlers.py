"""
goal: keep the compiler busy with very many handlers of one error
effect: time
control: naive
expand: {MANY: ["except x: pass\n", 60000]}
"""

try:
    pass
MANY
