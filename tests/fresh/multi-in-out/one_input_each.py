# mistake: depthwise
# meant: depthwise: output channel o looks at input channel o only
import torch


def corr2d(X, K):
    h, w = K.shape
    return torch.stack([torch.stack([(X[i:i+h, j:j+w] * K).sum() for j in range(X.shape[1]-w+1)]) for i in range(X.shape[0]-h+1)])


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d(X[o % X.shape[0]], K[o, o % X.shape[0]]) for o in range(K.shape[0])])
