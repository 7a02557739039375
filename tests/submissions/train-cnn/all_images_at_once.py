# named still-falling
import torch
import torch.nn.functional as F


def train(model, X, y, Xv, yv, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.003)
    history = {"train_loss": [], "val_loss": [], "val_acc": []}
    for _ in range(epochs):
        model.train()
        optimizer.zero_grad()
        F.cross_entropy(model(X), y).backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            history["train_loss"].append(F.cross_entropy(model(X), y).item())
            history["val_loss"].append(F.cross_entropy(model(Xv), yv).item())
            history["val_acc"].append((model(Xv).argmax(1) == yv).float().mean().item())
    return history
