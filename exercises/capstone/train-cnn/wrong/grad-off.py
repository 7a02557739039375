"""
en: >-
  Autograd stays switched off. set_grad_enabled(False) holds for everything that follows, in other functions too. Use a block, with torch.no_grad():, which switches it back on at its end.
zh: >-
  自动求导一直处于关闭状态。set_grad_enabled(False) 对后面的所有代码都有效，别的函数也不例外。请使用 with torch.no_grad(): 代码块，它结束时会自动恢复。
look: 'set_grad_enabled'
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
            loss = F.cross_entropy(model(X[batch]), y[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        train_loss, _ = evaluate(model, X, y)
        val_loss, val_acc = evaluate(model, Xv, yv)
        history["train_loss"].append(train_loss)
        history["val_loss"].append(val_loss)
        history["val_acc"].append(val_acc)
    torch.set_grad_enabled(False)
    return history
