"""A small OpenID Connect provider on this machine: discovery, a token for a code, and who it is."""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from django.http import HttpResponseBase
from django.test import Client


@dataclass
class Provider:
    """What the provider knows; `claims` is who signs in there next."""

    url: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    challenge: str = ""

    def answer_token(self, form: dict[str, str]) -> dict[str, Any] | None:
        """Give a token for a code, to whoever can prove with PKCE that they asked for it."""
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != self.challenge:
            return None
        return {"access_token": "token", "token_type": "Bearer", "expires_in": 60}

    def answer(self, path: str) -> dict[str, Any] | None:
        """Answer a GET: who we are, or who signed in."""
        if path == "/.well-known/openid-configuration":
            ends = {name: f"{self.url}/{name}" for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
            return {"issuer": self.url, "userinfo_endpoint": f"{self.url}/userinfo", **ends}
        return self.claims if path == "/userinfo" else None


@contextmanager
def running_provider() -> Iterator[Provider]:
    """Run a provider until the block ends."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(provider.answer(urlsplit(self.path).path))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._send(provider.answer_token(dict(parse_qsl(body))))

        def _send(self, data: dict[str, Any] | None) -> None:
            self.send_response(400 if data is None else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(data or {"error": "invalid_grant"}).encode())

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sign_in_at(provider: Provider, client: Client, process: str = "login", **claims: str) -> HttpResponseBase:
    """Go to the provider, sign in there as somebody, and come back; return what the portal answers."""
    provider.claims = dict(claims)
    start = client.post(f"/accounts/oidc/organisatie/login/?process={process}")
    asked = parse_qs(urlsplit(start["Location"]).query)
    provider.challenge = asked["code_challenge"][0]
    return client.get("/accounts/oidc/organisatie/login/callback/", {"code": "code", "state": asked["state"][0]})
