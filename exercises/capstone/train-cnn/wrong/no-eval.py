"""
en: >-
  You evaluate in training mode. Dropout is then still on, so your numbers belong to a network with random holes. Call model.eval() before evaluating, and model.train() before the next epoch.
zh: >-
  评估时模型还处于训练模式。dropout 仍然开着，所以你的数字属于一个被随机挖去神经元的网络。请在评估前调用 model.eval()，下一轮之前再调用 model.train()。
look: 'no_grad'
"""
import torch
import torch.nn.functional as F


def evaluate(model, X, y):
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
