"""
en: >-
  The width is divided by the stride of the height. The stride is a pair as well: s[0] is for the rows, s[1]
  for the columns. Check the second division.
zh: >-
  算宽度时除以了高度方向的步幅。步幅也是一对数：s[0] 管行，s[1] 管列。请检查第二个除法。
"""

def conv_out_shape(n, k, p, s):
    return tuple((n[i] + 2 * p[i] - k[i]) // s[0] + 1 for i in (0, 1))
