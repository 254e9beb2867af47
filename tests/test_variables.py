"""Every variable somebody can set is explained, and none is explained that does nothing."""

import re

from novex_portal.runtime.throwaway import PROJECT

ROOMS = ("novex_portal", "areas", "coalition", "deliverables")
READ = re.compile(r"\b(?:text|flag|number|words)\(\s*\"([A-Z][A-Z_]+)\"")
INTERPOLATED = re.compile(r"\$\{([A-Z_]+)")
OF_THE_START = {"PORTAL_PYTHON", "PG_BIN"}  # what runs before any setting is read
NOT_FOR_PEOPLE = {"PORTAL_SUPERVISED"}  # set by the start, for its own processes
COMPOSE_ITSELF = {"COMPOSE_PROFILES"}


def _read_by_the_code() -> set[str]:
    texts = [path.read_text() for room in ROOMS for path in (PROJECT / room).rglob("*.py")]
    return {name for text in texts for name in READ.findall(text)} - NOT_FOR_PEOPLE


def _asked_by_compose() -> set[str]:
    return set(INTERPOLATED.findall((PROJECT / "docker-compose.yml").read_text()))


def _in_the_example() -> set[str]:
    return set(re.findall(r"^#?([A-Z][A-Z_]+)=", (PROJECT / ".env.example").read_text(), re.MULTILINE))


def _in_the_readme() -> set[str]:
    section = (PROJECT / "README.md").read_text().partition("## Configuration")[2].partition("## Deployment")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {name for cell in cells for name in re.findall(r"`([A-Z][A-Z_]+)`", cell)}


def test_example_names_every_variable_that_is_read_and_no_other() -> None:
    assert _in_the_example() == _read_by_the_code() | _asked_by_compose() | COMPOSE_ITSELF


def test_readme_names_every_variable_of_the_example() -> None:
    assert _in_the_readme() == _in_the_example()


def test_readme_names_what_the_start_itself_reads() -> None:
    readme = (PROJECT / "README.md").read_text()

    assert [name for name in OF_THE_START if f"`{name}`" not in readme] == []


def test_containers_get_every_setting_but_those_of_their_own_place() -> None:
    of_the_place = {"PORTAL_DATA", "PORTAL_STATIC", "PORTAL_DEBUG", "PORTAL_OWN_PANGO"}
    compose = (PROJECT / "docker-compose.yml").read_text()

    given = set(re.findall(r"^    ([A-Z][A-Z_]+):", compose, re.MULTILINE))

    in_parts = {"DATABASE_PORT", "REDIS_PORT", "REDIS_USER"}
    assert _read_by_the_code() - given == of_the_place | in_parts
