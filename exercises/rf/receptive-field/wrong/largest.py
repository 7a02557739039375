"""
en: >-
  You return the largest kernel. Each further layer looks at several values of the one before, so even a small
  kernel widens the field. Check how the layers are put together: every one of them adds something.
zh: >-
  你返回的是最大的核。后面的每一层都要看前一层的好几个值，所以再小的核也会扩大感受野。请检查各层是怎样合在一起的：每一层都会增加一部分。
"""

def receptive_field(layers):
    return max([1, *(k for k, _ in layers)])
