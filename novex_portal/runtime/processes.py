"""The portal's processes and their commands, in one place.

`make run` starts these, and docker-compose.yml names the very same commands (a test compares
them). Each is what follows `python` on the command line; the parts in braces differ per place.
"""

COMMANDS: dict[str, tuple[str, ...]] = {
    # Brings database, areas and practice data up to date; ends by itself, before the others start.
    "prepare": ("manage.py", "prepare"),
    # Fetches the libraries for PDFs where the machine has none; ends by itself, and the start does not wait for it.
    "pango": ("-m", "novex_portal.runtime.pango"),
    "web": (
        "-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws",
        "--host", "{host}", "--port", "{port}",
        "--workers", "1", "--blocking-threads", "8", "--workers-kill-timeout", "3",
        "novex_portal.wsgi:application",
    ),
    "worker": (
        "-m", "celery", "-A", "novex_portal.celery", "worker", "--loglevel", "INFO",
        "--concurrency", "2", "--without-gossip", "--without-mingle",
    ),
    "beat": (
        "-m", "celery", "-A", "novex_portal.clock", "beat", "--loglevel", "INFO",
        "--schedule", "{schedule}", "--pidfile", "",
    ),
}  # fmt: skip


def command(name: str, **parts: str) -> list[str]:
    """Return the words after `python` that start process `name`, with its braces filled in."""
    return [word.format(**parts) for word in COMMANDS[name]]
