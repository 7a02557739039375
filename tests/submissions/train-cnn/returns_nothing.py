# not named
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
