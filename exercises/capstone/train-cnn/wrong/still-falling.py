"""
en: >-
  The curve still falls when the epochs are over. Your numbers are true, and the loss goes down at each of the last epochs, but not fast enough. Use a larger rate, or smaller batches, so that an epoch has more steps.
zh: >-
  轮数用完了，曲线还在下降。你的数字都是真实的，最后几轮损失每轮都在下降，只是太慢。请用更大的学习率，或者更小的批量，让一轮里有更多步。
look: 'lr='
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
    optimizer = torch.optim.Adam(model.parameters(), lr=0.0001)
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
