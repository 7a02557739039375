"""
en: >-
  A 1 is added twice, or k − 1 is taken off instead of k. Your result is (n + 2p − k + 1) // s + 1; with
  stride 1 that is one place too many. Check what stands before the division: n + 2p − k, and nothing more.
zh: >-
  多加了一个 1，或者减去的是 k − 1 而不是 k。你的结果等于 (n + 2p − k + 1) // s + 1，步幅为 1 时就多出一个位置。请检查除法之前的部分：应当只有 n + 2p − k。
"""

def conv_out_shape(n, k, p, s):
    return tuple((n[i] + 2 * p[i] - (k[i] - 1)) // s[i] + 1 for i in (0, 1))
