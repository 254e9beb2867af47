"""Asks a running portal whether it is well; the supervisor and the containers do so.

python -m novex_portal.runtime.probe [port]      # exit status 0 when /healthz answers 200
"""

import http.client
import json
import os
import sys
from urllib.parse import urlsplit


def ask_health(port: int, *, host_header: str = "", seconds: float = 5) -> tuple[int, dict[str, object]]:
    """Return the status and the answer of /healthz on this machine; status 0 when nobody answers.

    It goes straight to the port, past any proxy, and under the name the portal listens to.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        connection.request("GET", "/healthz", headers={"Host": host_header or f"127.0.0.1:{port}"})
        answer = connection.getresponse()
        body = json.loads(answer.read() or b"{}")
    except (OSError, http.client.HTTPException, ValueError):
        return 0, {}
    finally:
        connection.close()
    return answer.status, body if isinstance(body, dict) else {}


def main() -> int:
    """Ask on the port given, 8000 by default, with the host name of PORTAL_BASE_URL."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    status, answer = ask_health(port, host_header=urlsplit(os.environ.get("PORTAL_BASE_URL", "")).netloc)
    print(status, json.dumps(answer))
    return 0 if status == http.HTTPStatus.OK else 1


if __name__ == "__main__":
    sys.exit(main())
