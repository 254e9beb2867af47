"""Ends a web process that is stuck, so that it is started anew.

Python runs one thread at a time. What never lets go, such as one endless comparison in C, holds up
every visitor of the process, and no Python code can interfere. faulthandler's timer is not Python:
as long as a thread of ours comes round now and then, it is put back; else it writes where every
thread was, in places of the code alone, and ends the process.
"""

import faulthandler
import threading
import time

PATIENCE_SECONDS = 20.0


def end_when_stuck(seconds: float = PATIENCE_SECONDS) -> None:
    """End this process with status 1 once no Python thread of it came round for `seconds`."""

    def come_round() -> None:
        while True:
            faulthandler.dump_traceback_later(seconds, exit=True)
            time.sleep(seconds / 4)

    threading.Thread(target=come_round, name="stuck", daemon=True).start()
