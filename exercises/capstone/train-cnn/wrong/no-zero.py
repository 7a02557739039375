"""
en: >-
  Your gradients pile up. backward() adds to the gradient that is already there, so each step repeats all earlier ones, and the loss swings or explodes. Set the gradients to zero before every backward().
zh: >-
  你的梯度在不断累积。backward() 会把新梯度加到已有的梯度上，于是每一步都把以前的各步再走一遍，损失忽高忽低，甚至爆炸。请在每次 backward() 之前把梯度清零。
look: 'backward[(]'
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
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    history = {"train_loss": [], "val_loss": [], "val_acc": []}
    for _ in range(epochs):
        model.train()
        for batch in torch.randperm(len(X)).split(24):
            loss = F.cross_entropy(model(X[batch]), y[batch])
            loss.backward()
            optimizer.step()
        train_loss, _ = evaluate(model, X, y)
        val_loss, val_acc = evaluate(model, Xv, yv)
        history["train_loss"].append(train_loss)
        history["val_loss"].append(val_loss)
        history["val_acc"].append(val_acc)
    return history
