"""
en: >-
  The loss ends above 1.39. That is what guessing among four classes costs (ln 4), so training made the model worse. Most often the learning rate is far too large; a plus in place of a minus does the same.
zh: >-
  损失最后高于 1.39。在四个类别中瞎猜的损失就是 1.39（ln 4），所以训练反而让模型变差了。最常见的原因是学习率太大；把减号写成加号也会这样。
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
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, maximize=True)
    history = {"train_loss": [], "val_loss": [], "val_acc": []}
    for _ in range(epochs):
        model.train()
        for batch in torch.randperm(len(X)).split(24):
            loss = F.cross_entropy(model(X[batch]), y[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        train_loss, _ = evaluate(model, X, y)
        val_loss, val_acc = evaluate(model, Xv, yv)
        history["train_loss"].append(train_loss)
        history["val_loss"].append(val_loss)
        history["val_acc"].append(val_acc)
    return history
