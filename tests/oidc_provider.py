"""A small OpenID Connect provider on loopback. It believes everybody: whoever it is told of next signs in."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "kernel-dojo", "not-secret"


@dataclass
class Provider:
    """What it says of whoever signs in next."""

    port: int
    says: dict[str, Any] = field(default_factory=dict)
    signed_out: int = 0
    nonces: dict[str, str] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one", "use": "sig"}))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def routes(self) -> list[Route]:
        return [
            Route("/.well-known/openid-configuration", self.about),
            Route("/authorize", self.authorize),
            Route("/token", self.token, methods=["POST"]),
            Route("/jwks", self.jwks),
            Route("/logout", self.logout),
        ]

    async def about(self, request: Request) -> Response:
        names = {"authorization": "authorize", "token": "token", "end_session": "logout"}
        said: Mapping[str, Any] = {f"{name}_endpoint": f"{self.url}/{path}" for name, path in names.items()}
        algorithms = {"id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"]}
        return JSONResponse({"issuer": self.url, "jwks_uri": f"{self.url}/jwks", **said, **algorithms})

    async def authorize(self, request: Request) -> Response:
        asked = request.query_params
        code = f"code-{len(self.nonces)}"
        self.nonces[code] = asked["nonce"]
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")

    async def token(self, request: Request) -> Response:
        form = await request.form()
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "sub": "somebody", "iat": now, "exp": now + 600}
        claims |= {"nonce": self.nonces[str(form["code"])], **self.says}
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "expires_in": 600, "id_token": signed})

    async def jwks(self, request: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def logout(self, request: Request) -> Response:
        self.signed_out += 1
        return RedirectResponse(request.query_params["post_logout_redirect_uri"])


@contextmanager
def serving(port: int) -> Iterator[Provider]:
    """A provider on this port, in a thread of its own."""
    provider = Provider(port)
    config = uvicorn.Config(Starlette(routes=provider.routes()), port=port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.should_exit = True
        thread.join(10)
