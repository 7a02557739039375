"""
en: Upright stripes have an edge at every place, and lying ones have none that this kernel sees; no two answers differ more plainly.
zh: 竖条纹处处是边缘，而横条纹在这个核看来没有边缘；两个结果的差别一目了然。
"""

import torch


def counterexample(n):
    return (torch.arange(n) % 2.0).repeat(n, 1)
