"""
goal: keep the parser busy with an f-string of very many fields
effect: time
control: naive
expand: {MANY: ["{1}", 100000]}
"""

x = f"MANY"
