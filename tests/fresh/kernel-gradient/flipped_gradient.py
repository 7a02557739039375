# mistake: flipped
# meant: flips dY first, as one does for the gradient of X
import torch
import torch.nn.functional as F


def kernel_grad(X, dY):
    # backward = convolution with the flipped thing
    turned = torch.flip(dY, dims=[0, 1])
    return F.conv2d(X.unsqueeze(0).unsqueeze(0), turned.unsqueeze(0).unsqueeze(0)).squeeze(0).squeeze(0)
