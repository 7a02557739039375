# mistake: circular
# meant: subtracts the shifted image with torch.roll, so the row wraps round and keeps W columns
import torch

def vertical_edges(X):
    neighbour = torch.roll(X, shifts=-1, dims=1)
    return X - neighbour
