"""
en: >-
  Your train_loss is another number. The validation values are right, but train_loss is not the loss of the finished epoch on all of X in eval mode. Most often it is the mean of the losses seen while the weights were still changing. Evaluate X exactly as you evaluate Xv.
zh: >-
  train_loss 不是要求的那个数。验证集的数值都对，但 train_loss 不是该轮结束后、eval 模式下整个 X 上的损失。最常见的情况是：它是权重还在变化时各批量损失的平均。请像评估 Xv 那样评估 X。
look: 'total'
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
        total = 0.0
        for batch in torch.randperm(len(X)).split(24):
            loss = F.cross_entropy(model(X[batch]), y[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        train_loss = total / len(X)
        val_loss, val_acc = evaluate(model, Xv, yv)
        history["train_loss"].append(train_loss)
        history["val_loss"].append(val_loss)
        history["val_acc"].append(val_acc)
    return history
