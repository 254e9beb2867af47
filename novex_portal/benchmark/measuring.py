"""Asking for a page in this process, past no network, and saying what it took."""

import gzip
import io
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from areas.accounts.middleware import HAS_SECOND_FACTOR, SEEN_AT, SIGNED_IN_AT
from areas.models import User

Application = Callable[[dict[str, Any], Callable[..., Any]], Any]
WARM_UP = 5


@dataclass(frozen=True)
class Measurement:
    """One page at one scale. Times are seconds, ratios are to the floor in the same rounds."""

    page: str
    scale: int
    queries: int
    ratio: float
    cpu_ratio: float
    milliseconds: float
    bytes_compressed: int

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True)
class Visitor:
    """A signed-in user of the WSGI application."""

    application: Application
    cookie: str

    @classmethod
    def sign_in(cls, application: Application, user: User) -> "Visitor":
        """Open a session with everything a page asks of one."""
        client = Client()
        client.force_login(user)
        session = client.session
        session.update({SIGNED_IN_AT: time.time(), SEEN_AT: time.time(), HAS_SECOND_FACTOR: True})
        session.save()
        return cls(application, f"{settings.SESSION_COOKIE_NAME}={session.session_key}")

    def get(self, address: str) -> bytes:
        """Return the body of a page; raises RuntimeError unless it answers 200."""
        path, _, query = address.partition("?")
        status: list[str] = []
        answer = self.application(_environ(path, query, self.cookie), lambda line, *_: status.append(line))
        try:
            body = b"".join(answer)
        finally:
            answer.close()
        if not status[0].startswith("200"):
            raise RuntimeError(f"{address}: {status[0]}")
        return body


def _environ(path: str, query: str, cookie: str) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_COOKIE": cookie,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def measure(visitor: Visitor, *, page: str, address: str, floor: str, scale: int, rounds: int) -> Measurement:
    """Ask for the floor and the page in turn, so that noise of the machine hits both."""
    for _ in range(WARM_UP):
        visitor.get(floor)
        body = visitor.get(address)
    with CaptureQueriesContext(connection) as captured:
        visitor.get(address)
    queries = len(captured)  # now: the next request begins an empty log
    times = [(_timed(visitor, floor), _timed(visitor, address)) for _ in range(rounds)]
    wall = [median(pair[side][0] for pair in times) for side in (0, 1)]
    cpu = [median(pair[side][1] for pair in times) for side in (0, 1)]
    return Measurement(
        page=page,
        scale=scale,
        queries=queries,
        ratio=round(wall[1] / wall[0], 2),
        cpu_ratio=round(cpu[1] / cpu[0], 2),
        milliseconds=round(wall[1] * 1000, 2),
        bytes_compressed=len(gzip.compress(body, 6)),
    )


def _timed(visitor: Visitor, address: str) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    visitor.get(address)
    return time.perf_counter() - wall, time.process_time() - cpu
