"""How often links may be tried that do not open."""

from __future__ import annotations

from functools import cache
from ipaddress import ip_address, ip_network

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request

EACH, ALL = 30, 300
"""Failed tries in a minute: of one address, and of all together."""


class Tries:
    """Counts failed tries, of each address and of all. Secrets have 256 bits: this keeps the noise down, not a guess out."""

    def __init__(self, each: int = EACH, all: int = ALL) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._each, self._all = RateLimitItemPerMinute(each), RateLimitItemPerMinute(all)

    def fail(self, address: str) -> bool:
        """One failed try more; false where that is too many."""
        return self._limiter.hit(self._each, "each", address) and self._limiter.hit(self._all, "all")


@cache
def tries() -> Tries:
    """Those of this process."""
    return Tries()


def address_of(request: Request) -> str:
    """Where a request comes from; an IPv6 household counts as one."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return host if address.version == 4 else str(ip_network((address, 64), strict=False))
