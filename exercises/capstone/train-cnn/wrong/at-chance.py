"""
en: >-
  The loss rests at 1.39. That is ln 4: the network gives all four classes the same chance, whatever it sees. Most often images and labels no longer belong together, or a far too large step has silenced every ReLU. Check that the same indices pick X and y, and try a smaller rate.
zh: >-
  损失停在 1.39 不动。这正是 ln 4：无论看到什么，网络都给四个类别相同的概率。最常见的原因是图像和标签对不上了，或者步子太大，所有 ReLU 都不再响应。请检查 X 和 y 是否用同一组下标选取，再试试更小的学习率。
"""
import torch
import torch.nn.functional as F


def evaluate(model, X, y):
    model.eval()
    with torch.no_grad():
        logits = model(X)
    loss = F.cross_entropy(logits, y).item()
    accuracy = (logits.argmax(dim=1) == y).float().mean().item()
    return loss, accuracy


def train(model, X, y, Xv, yv, epochs):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    history = {"train_loss": [], "val_loss": [], "val_acc": []}
    for _ in range(epochs):
        model.train()
        for batch in torch.randperm(len(X)).split(24):
            loss = F.cross_entropy(model(X[batch]), y[torch.randperm(len(X))[: len(batch)]])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        train_loss, _ = evaluate(model, X, y)
        val_loss, val_acc = evaluate(model, Xv, yv)
        history["train_loss"].append(train_loss)
        history["val_loss"].append(val_loss)
        history["val_acc"].append(val_acc)
    return history
