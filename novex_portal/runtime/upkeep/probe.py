"""Asks a running portal whether it is well; the supervisor and the containers do so.

python -m novex_portal.runtime.upkeep.probe [/livez] [port]      # exit status 0 when /livez (or /healthz) answers 200
"""

import http.client
import json
import os
import sys
from urllib.parse import urlsplit


def ask_health(
    port: int, path: str = "/healthz", *, address: str = "127.0.0.1", host_header: str = "", seconds: float = 5
) -> tuple[int, dict[str, object]]:
    """Return the status and the answer of a page on this machine; status 0 when nobody answers.

    It goes straight to the port, past any proxy, and under the name the portal listens to.
    """
    connection = http.client.HTTPConnection(address, port, timeout=seconds)
    try:
        connection.request("GET", path, headers={"Host": host_header or f"127.0.0.1:{port}"})
        answer = connection.getresponse()
        body = json.loads(answer.read() or b"{}")
    except (OSError, http.client.HTTPException, ValueError):
        return 0, {}
    finally:
        connection.close()
    return answer.status, body if isinstance(body, dict) else {}


def main(arguments: list[str]) -> int:
    """Ask the page and on the port given, /healthz and 8000 by default, with the host name of PORTAL_BASE_URL."""
    path = next((word for word in arguments if word.startswith("/")), "/healthz")
    port = next((int(word) for word in arguments if word.isdigit()), 8000)
    status, answer = ask_health(port, path, host_header=urlsplit(os.environ.get("PORTAL_BASE_URL", "")).netloc)
    print(status, json.dumps(answer))
    return 0 if status == http.HTTPStatus.OK else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
