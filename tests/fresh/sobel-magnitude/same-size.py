# mistake: padded
# meant: pads with zeros to keep the size of the image
import torch
from torch.nn import functional as F

def sobel_magnitude(X):
    Kx = torch.tensor([[-1., 0, 1], [-2, 0, 2], [-1, 0, 1]])
    Ky = Kx.t()
    kernels = torch.stack([Kx, Ky]).unsqueeze(1)
    g = F.conv2d(X.unsqueeze(0).unsqueeze(0), kernels, padding=1)
    return g.squeeze(0).norm(dim=0)
