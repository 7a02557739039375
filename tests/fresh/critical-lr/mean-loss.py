# mistake: mean
# meant: takes the mean of the squared errors, so divides the Hessian by the number of outputs
import torch

def critical_lr(X, h, w, bias):
    rows = []
    H, W = X.shape
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            window = X[i:i+h, j:j+w].flatten().tolist()
            if bias:
                window.append(1.0)
            rows.append(window)
    A = torch.tensor(rows)
    hess = 2 * A.T @ A / len(rows)
    return 2.0 / float(torch.linalg.eigvalsh(hess)[-1])
