# passes
import torch
import torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset


def train(model, X, y, Xv, yv, epochs):
    criterion = nn.CrossEntropyLoss()
    opt = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    loader = DataLoader(TensorDataset(X, y), batch_size=16, shuffle=True)
    train_loss, val_loss, val_acc = [], [], []
    for epoch in range(epochs):
        model.train()
        for xb, yb in loader:
            opt.zero_grad(set_to_none=True)
            criterion(model(xb), yb).backward()
            opt.step()
        model.eval()
        with torch.no_grad():
            train_loss.append(float(criterion(model(X), y)))
            out = model(Xv)
            val_loss.append(float(criterion(out, yv)))
            val_acc.append(float((out.max(1).indices == yv).sum()) / len(yv))
        print(f"epoch {epoch + 1}: {train_loss[-1]:.3f} {val_loss[-1]:.3f} {val_acc[-1]:.0%}")
    return {"train_loss": train_loss, "val_loss": val_loss, "val_acc": val_acc}
