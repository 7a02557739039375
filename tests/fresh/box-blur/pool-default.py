# mistake: stride-k
# meant: uses average pooling with its default stride k
import torch
from torch import nn

def box_blur(X, k):
    pool = nn.AvgPool2d(k)
    return pool(X.unsqueeze(0)).squeeze(0)
