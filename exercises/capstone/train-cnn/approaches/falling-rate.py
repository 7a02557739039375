"""
en: The rate falls along half a cosine from epoch to epoch, so the last steps are small and the curve ends calmly; the number of epochs must be known in advance.
zh: 学习率逐轮沿半个余弦下降，最后的步子很小，曲线末尾更平稳；但事先得知道总轮数。
"""

import torch
import torch.nn.functional as F


def scores(model, X, y):
    logits = model(X)
    right = (logits.argmax(dim=1) == y).float().mean()
    return F.cross_entropy(logits, y).item(), right.item()


def train(model, X, y, Xv, yv, epochs):
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    history = {"train_loss": [], "val_loss": [], "val_acc": []}
    for _ in range(epochs):
        model.train()
        for batch in torch.randperm(len(X)).split(16):
            optimizer.zero_grad()
            F.cross_entropy(model(X[batch]), y[batch]).backward()
            optimizer.step()
        schedule.step()
        model.eval()
        with torch.no_grad():
            history["train_loss"].append(scores(model, X, y)[0])
            val_loss, val_acc = scores(model, Xv, yv)
        history["val_loss"].append(val_loss)
        history["val_acc"].append(val_acc)
    return history
