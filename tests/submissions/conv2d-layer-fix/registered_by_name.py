# passes 10
import torch
import torch.nn as nn


class Conv2D(nn.Module):
    def __init__(this, kernel_size):
        nn.Module.__init__(this)
        this.register_parameter("bias", nn.Parameter(torch.tensor(0.0)))
        this.register_parameter("weight", nn.Parameter(torch.empty(kernel_size)))
        nn.init.normal_(this.weight)

    def forward(this, image):
        h, w = this.weight.shape
        return torch.einsum("ijab,ab->ij", image.unfold(0, h, 1).unfold(1, w, 1), this.weight) + this.bias
