"""
en: >-
  The width is computed with the padding of the height. The padding is a pair as well: p[0] is for above and
  below, p[1] for the left and the right. Check the second formula.
zh: >-
  算宽度时用了高度方向的填充。填充也是一对数：p[0] 管上下，p[1] 管左右。请检查第二个式子。
"""

def conv_out_shape(n, k, p, s):
    return tuple((n[i] + 2 * p[0] - k[i]) // s[i] + 1 for i in (0, 1))
