# mistake: no-root
# meant: forgets the square root

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    both = torch.stack([across, across.T])[:, None]
    g = F.conv2d(X[None, None], both)[0]
    return (g * g).sum(0)
