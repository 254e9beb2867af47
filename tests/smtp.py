"""A small mail server of the tests' own: it listens, remembers, refuses and dawdles as told."""

import contextlib
import socketserver
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class MailServer:
    """Where it listens, what it took in, and how it behaves."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    refusal: str = ""  # the answer to RCPT TO, such as "550 unknown"
    data_refusal: str = ""  # the answer to the text itself
    seconds_per_mail: float = 0.0  # waited after the text is taken in, before saying so
    started: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def mailers(self) -> dict[str, object]:
        """The MAILERS setting that leads here."""
        options = {"host": "127.0.0.1", "port": self.port, "timeout": 5}
        return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}

    def message_ids(self) -> list[str]:
        with self.lock:
            return [str(mail["Message-ID"]) for mail in self.taken]


class _Conversation(socketserver.StreamRequestHandler):
    server: "_Listener"

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):
            self._say("220 test")
            while line := self.rfile.readline():
                word = line.split(b" ")[0].strip().upper()
                if word == b"QUIT":
                    self._say("221 bye")
                    return
                self._say(self._data() if word == b"DATA" else self._answer(word))

    def _answer(self, word: bytes) -> str:
        told = self.server.told
        return told.refusal or "250 ok" if word == b"RCPT" else "250 ok"

    def _data(self) -> str:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        told = self.server.told
        if told.data_refusal:
            return told.data_refusal
        with told.lock:
            told.taken.append(message_from_bytes(b"".join(lines), policy=policy.default))
        told.started.set()
        time.sleep(told.seconds_per_mail)
        return "250 taken"

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    told: MailServer


@contextlib.contextmanager
def mail_server(**behaviour: object) -> Iterator[MailServer]:
    """Run a mail server on a free port for as long as the block lasts."""
    with _Listener(("127.0.0.1", 0), _Conversation) as listener:
        told = MailServer(port=listener.server_address[1], **behaviour)  # type: ignore[arg-type]
        listener.told = told
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        try:
            yield told
        finally:
            listener.shutdown()
