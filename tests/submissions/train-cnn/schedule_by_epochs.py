# passes
import torch
import torch.nn.functional as F


def train(model, X, y, Xv, yv, epochs):
    opt = torch.optim.AdamW(model.parameters(), lr=0.02)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs + 1)
    hist = dict(train_loss=[], val_loss=[], val_acc=[])
    for _ in range(epochs):
        model.train()
        order = torch.randperm(X.shape[0])
        for k in range(0, X.shape[0], 16):
            idx = order[k:k + 16]
            loss = F.nll_loss(F.log_softmax(model(X[idx]), dim=1), y[idx])
            opt.zero_grad()
            loss.backward()
            opt.step()
        sched.step()
        with torch.no_grad():
            model.eval()
            a, b = model(torch.cat([X, Xv])).split([len(X), len(Xv)])
            hist["train_loss"].append(F.cross_entropy(a, y).item())
            hist["val_loss"].append(F.cross_entropy(b, yv).item())
            hist["val_acc"].append(torch.eq(b.argmax(1), yv).double().mean().item())
    return hist
