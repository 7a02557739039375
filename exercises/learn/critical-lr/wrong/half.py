"""
en: The factor 2 of the square is missing. The Hessian of |Ak − y|² is 2AᵀA, so your eigenvalue is half as large as it should be and your limit twice too high.
zh: 少了平方求导得到的因子 2。|Ak − y|² 的 Hessian 是 2AᵀA，所以你的特征值小了一半，临界值大了一倍。
look: 'eigvals'
"""
import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    return 2 / torch.linalg.eigvalsh(A.t() @ A)[-1].item()
