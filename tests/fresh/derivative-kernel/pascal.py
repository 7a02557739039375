# mistake: no-sign
# meant: builds the rows of Pascal's triangle without alternating signs
import torch

def derivative_kernel(d):
    row = [1.0]
    for _ in range(d):
        row = [a + b for a, b in zip([0.0] + row, row + [0.0])]
    return torch.tensor(row)
