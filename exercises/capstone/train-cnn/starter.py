import torch
import torch.nn.functional as F


def evaluate(model, X, y):
    # TODO: loss and accuracy of the model as it is now
    ...


def train(model, X, y, Xv, yv, epochs):
    history = {"train_loss": [], "val_loss": [], "val_acc": []}
    for _ in range(epochs):
        # TODO: one epoch of training on X, y
        # TODO: evaluate on X and on Xv, append three numbers
        ...
    return history
