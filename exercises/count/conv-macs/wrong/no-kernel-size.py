"""
en: >-
  The size of the kernel is missing. At each place every number of the kernel is multiplied with an input, h ·
  w of them in each channel. Check that k[0] and k[1] are factors too.
zh: >-
  漏了卷积核的大小。在每个位置上，核的每个数都要与一个输入相乘，每个通道有 h · w 次。请检查 k[0] 和 k[1] 是否也乘上了。
"""

def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return c_in * c_out * rows * columns
