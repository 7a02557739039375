# mistake: graph-cut
# meant: takes the numbers out with item() and builds a new tensor, so no gradient reaches X
import torch


def vertical_edges(X):
    rows = []
    for row in X:
        line = []
        for a, b in zip(row[:-1], row[1:]):
            line.append(a.item() - b.item())
        rows.append(line)
    return torch.tensor(rows)
