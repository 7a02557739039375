# mistake: valid
# meant: correlates A with B without padding: C is smaller than A
import torch
import torch.nn.functional as F

def compose(A, B):
    # apply B to the kernel A
    return F.conv2d(A[None, None, :, :], B[None, None, :, :]).squeeze()
