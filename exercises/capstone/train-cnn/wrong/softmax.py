"""
en: >-
  Softmax is taken twice. F.cross_entropy applies log-softmax itself; with probabilities in place of logits the loss cannot fall below 0.74. Hand it the logits as they come from the model.
zh: >-
  softmax 用了两次。F.cross_entropy 自己会做 log-softmax；如果传给它的是概率而不是 logits，损失就不可能低于 0.74。请把模型输出的 logits 原样交给它。
look: 'softmax'
"""
import torch
import torch.nn.functional as F


def evaluate(model, X, y):
    model.eval()
    with torch.no_grad():
        logits = model(X)
    loss = F.cross_entropy(logits.softmax(dim=1), y).item()
    accuracy = (logits.argmax(dim=1) == y).float().mean().item()
    return loss, accuracy


def train(model, X, y, Xv, yv, epochs):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    history = {"train_loss": [], "val_loss": [], "val_acc": []}
    for _ in range(epochs):
        model.train()
        for batch in torch.randperm(len(X)).split(24):
            loss = F.cross_entropy(model(X[batch]).softmax(dim=1), y[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        train_loss, _ = evaluate(model, X, y)
        val_loss, val_acc = evaluate(model, Xv, yv)
        history["train_loss"].append(train_loss)
        history["val_loss"].append(val_loss)
        history["val_acc"].append(val_acc)
    return history
