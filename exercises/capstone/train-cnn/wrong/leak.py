"""
en: >-
  The validation set takes part in training. With other validation labels your model learns something else, so val_loss no longer tells how it does on images it has never seen. Check which tensors reach the loss that you call backward() on.
zh: >-
  验证集参与了训练。换一套验证标签，模型学到的东西就变了，于是 val_loss 不再说明模型在没见过的图像上表现如何。请检查：调用 backward() 的那个损失用到了哪些张量。
look: 'cat[(]'
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
    images, labels = torch.cat([X, Xv]), torch.cat([y, yv])
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    history = {"train_loss": [], "val_loss": [], "val_acc": []}
    for _ in range(epochs):
        model.train()
        for batch in torch.randperm(len(images)).split(24):
            loss = F.cross_entropy(model(images[batch]), labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        train_loss, _ = evaluate(model, X, y)
        val_loss, val_acc = evaluate(model, Xv, yv)
        history["train_loss"].append(train_loss)
        history["val_loss"].append(val_loss)
        history["val_acc"].append(val_acc)
    return history
