"""A start says what it does, what it cost, and gives up only when nothing moves."""

import os
import subprocess
import sys
import time
from pathlib import Path

from novex_portal.runtime.progress import STILL_SECONDS, Steps, Stillness, cost_of_the_start, work_of
from novex_portal.runtime.throwaway import PROJECT


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_slow_machine_gets_all_the_time_it_needs_as_long_as_something_moves() -> None:
    clock = _Clock()
    still = Stillness(clock)

    for step in range(100):
        clock.now += STILL_SECONDS - 1
        assert not still.is_too_long(step)


def test_start_in_which_nothing_moves_is_given_up() -> None:
    clock = _Clock()
    still = Stillness(clock)
    still.is_too_long("the same")
    clock.now += STILL_SECONDS + 1

    assert still.is_too_long("the same")


def test_steps_are_the_lines_of_this_run_that_end_in_dots(tmp_path: Path) -> None:
    log = tmp_path / "prepare.log"
    log.write_text("Van een vorige keer…\n")
    steps = Steps(log, "beginnen…")
    with log.open("a") as more:
        more.write("Applying areas.0001… OK\nDe gebieden laden…\nDe oefen")

    assert (steps.new(), steps.doing, steps.new()) == (["De gebieden laden…"], "De gebieden laden…", [])
    with log.open("a") as more:
        more.write("omgeving vullen…\n")
    assert steps.new() == ["De oefenomgeving vullen…"]


def test_process_that_works_moves_and_one_that_waits_does_not() -> None:
    working = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    waiting = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    while work_of(working.pid) < 2:
        time.sleep(0.05)
    moved = work_of(waiting.pid)
    for process in (working, waiting):
        process.kill()
        process.wait()

    assert moved == 0


def test_cost_counts_the_work_of_children_that_still_run_and_of_those_that_ended() -> None:
    code = "import time\nwhile time.process_time() < 0.3: pass\n"
    before = cost_of_the_start()
    subprocess.run([sys.executable, "-c", code], check=True)
    running = subprocess.Popen([sys.executable, "-c", code + "time.sleep(60)"])
    while (during := cost_of_the_start()) and before and during[1] - before[1] < 0.6:
        time.sleep(0.05)
    running.kill()
    running.wait()

    assert before
    assert during
    assert during[0] >= before[0]


def test_web_process_starts_without_what_few_requests_need() -> None:
    code = (
        "import sys, django; django.setup(); import novex_portal.urls\n"
        "print(*sorted({'fontTools', 'igraph', 'openpyxl', 'pypdfium2', 'weasyprint'} & set(sys.modules)))"
    )
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "novex_portal.settings"}
    answer = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, env=env, stdout=subprocess.PIPE, check=True)

    assert answer.stdout.strip() == b""
