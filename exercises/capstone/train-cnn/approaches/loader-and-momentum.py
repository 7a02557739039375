"""
en: DataLoader shuffles and cuts the batches, and SGD with momentum does the steps; plainer than Adam, but its rate wants more care.
zh: DataLoader 负责打乱和切分批量，更新用带动量的 SGD；比 Adam 朴素，但学习率要更用心选。
"""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def train(model, X, y, Xv, yv, epochs):
    cost = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    batches = DataLoader(TensorDataset(X, y), batch_size=16, shuffle=True)
    history = {"train_loss": [], "val_loss": [], "val_acc": []}
    for _ in range(epochs):
        model.train()
        for images, labels in batches:
            optimizer.zero_grad()
            cost(model(images), labels).backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            logits = model(Xv)
            history["train_loss"].append(cost(model(X), y).item())
            history["val_loss"].append(cost(logits, yv).item())
            history["val_acc"].append((logits.argmax(1) == yv).float().mean().item())
    return history
