"""A part that ends is started again, later and later, until there is no hope."""

import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from novex_portal.runtime.children import StartError
from novex_portal.runtime.upkeep.keeper import LARGEST_LOG, LAST_TRY, Keeper, pause_before, shorten


@dataclass
class Ending:
    """A part that ends as soon as it starts, with status 3."""

    log: Path
    name: str = "proef"
    stop_signal: signal.Signals = signal.SIGTERM
    process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        self.process = self.launch()

    def launch(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(["sh", "-c", "exit 3"], start_new_session=True)
        process.wait()
        return process


@dataclass
class Watched:
    """A keeper with one part that keeps ending, and what it told."""

    keeper: Keeper
    status: Path
    said: list[str]

    def end_often(self, times: int) -> None:
        """Let the part end `times` times; the clock is ours."""
        for now in range(0, 100 * times, 100):
            self.keeper.look(now)
            self.keeper.look(now + 50)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    said: list[str] = []
    log = tmp_path / "proef.log"
    log.write_text("het waarom\n")
    keeper = Keeper(tmp_path / "parts.json", said.append, lambda part: f"Zonder {part.name} gaat het niet")
    keeper.take(Ending(log), 0)
    yield Watched(keeper, tmp_path / "parts.json", said)
    keeper.watchdog.dismiss()


def test_pause_grows_to_half_a_minute() -> None:
    assert [pause_before(attempt) for attempt in (1, 2, 3, 6, 7, 50)] == [0.5, 1, 2, 16, 30, 30]


def test_part_that_ended_is_told_and_started_after_a_pause(watched: Watched) -> None:
    watched.keeper.look(0)
    down = watched.status.read_text()
    watched.keeper.look(1)

    assert down == '{"proef": {"running": false, "restarts": 1}}'
    assert watched.status.read_text() == '{"proef": {"running": true, "restarts": 1}}'
    assert watched.said == ["Onderdeel 'proef' is gestopt (status 3) en wordt opnieuw gestart."]


def test_part_that_keeps_ending_is_told_once_with_why(watched: Watched) -> None:
    watched.end_often(5)

    assert ["telkens weer" in text for text in watched.said] == [False, False, True]
    assert "het waarom" in watched.said[-1]


def test_keeper_gives_up_where_there_is_no_hope(watched: Watched) -> None:
    with pytest.raises(StartError, match="Zonder proef gaat het niet"):
        watched.end_often(LAST_TRY)


def test_part_that_ends_during_the_start_is_refused(watched: Watched) -> None:
    with pytest.raises(StartError, match="Onderdeel 'proef' is gestopt"):
        watched.keeper.refuse_ended()


def test_large_log_is_put_aside_while_it_is_written(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    with log.open("ab") as writer:
        writer.write(b"x" * LARGEST_LOG + b"\n")
        writer.flush()
        shorten(log)
        writer.write(b"verder\n")

    assert (log.read_bytes(), (tmp_path / "web.log.old").stat().st_size) == (b"verder\n", LARGEST_LOG + 1)
