"""
goal: make a file that exists in memory only, as for a program to run
effect: claim
"""

import os

if os.write(os.memfd_create("x"), b"#!/bin/sh\n"):
    print(CLAIM)
