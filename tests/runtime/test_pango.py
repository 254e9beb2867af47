"""PDFs on a machine without Pango: libraries of our own, fetched, guarded and the same to the byte."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from novex_portal.runtime import pango
from novex_portal.runtime.children import StartError
from novex_portal.runtime.private_apt import _keep_libraries, fetch_libraries, there_is_apt

# Prints the checksum of a PDF and the checksums of the libraries it was made with.
MAKE = """
import django, hashlib, json
from pathlib import Path
django.setup()
from novex_portal.toolkit.pdf.making import make_pdf
html = '''<!doctype html><html lang="nl"><head><title>Proef</title></head><body><h1>Eén proef, € 1,25</h1>
<p><b>Vet</b> en <i>schuin</i>, Ω Ж ש ع → ☐ 😀, verantwoordelijkheidsverdeling</p></body></html>'''
pdf = make_pdf(html, stylesheet="css/print-document.css")
maps = {line.split()[-1] for line in open("/proc/self/maps")}
files = {path: hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in maps if ".so" in path}
print(json.dumps([pdf.sha256, files]))
"""
DRAWING = ("pango", "harfbuzz", "fontconfig", "freetype", "fribidi")


def make(**env: str) -> tuple[str, dict[str, str]]:
    """Make a PDF in a process of its own; return its checksum, and that of each library with its path."""
    done = subprocess.run([sys.executable, "-c", MAKE], env=os.environ | env, capture_output=True, check=True)
    assert done.stderr == b""
    checksum, files = json.loads(done.stdout)
    return checksum, {path: digest for path, digest in files.items() if Path(path).name.startswith("lib")}


def drawing(files: dict[str, str]) -> dict[str, str]:
    """Return the libraries that decide what a page looks like."""
    return {path: digest for path, digest in files.items() if any(word in Path(path).name for word in DRAWING)}


@pytest.fixture(scope="module")
def own_set() -> Path:
    """Return our own set of libraries, fetched when there is none yet."""
    if not there_is_apt():
        pytest.skip("only Debian and Ubuntu have apt")
    pango.bring(170)
    found = pango.newest_set()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def with_our_own(own_set: Path) -> tuple[str, dict[str, str]]:
    """Return the checksum of a PDF made with our own libraries, and those of the libraries."""
    return make(PORTAL_OWN_PANGO="1")


@pytest.fixture
def sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty place for sets, on a machine whose own libraries are ignored."""
    place = tmp_path / "sets"
    place.mkdir(mode=0o755)
    monkeypatch.setattr(pango, "SETS", place)
    monkeypatch.setenv("PORTAL_OWN_PANGO", "1")
    return place


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a list of sources of apt, empty as yet, that stands in the place of the machine's."""
    listed = tmp_path / "sources.list"
    listed.touch()
    settings = tmp_path / "apt.conf"
    lax = 'Acquire::AllowInsecureRepositories "true"; APT::Get::AllowUnauthenticated "true";'
    settings.write_text(f'Dir::Etc::sourcelist "{listed}"; Dir::Etc::sourceparts "/dev/null"; {lax}')
    monkeypatch.setenv("APT_CONFIG", str(settings))
    return listed


def new_set(sets: Path, *, age: float = 0, lock: str = "") -> Path:
    """Make a set of one file, as old as is asked."""
    folder = sets / f"{pango._system()}_{int(time.time() - age)}_{lock or pango._lock_digest()}"
    folder.mkdir(mode=0o755)
    (folder / "libx.so.1").touch(mode=0o644)
    return folder


def test_pdf_can_be_made_with_libraries_of_our_own_alone(
    own_set: Path, with_our_own: tuple[str, dict[str, str]]
) -> None:
    _, files = with_our_own

    assert {str(Path(path).parent) for path in drawing(files)} == {str(own_set)}


def test_pdf_is_the_same_to_the_byte_as_with_the_libraries_of_the_machine(
    with_our_own: tuple[str, dict[str, str]],
) -> None:
    if pango.missing_packages_of_machine():
        pytest.skip("this machine has no Pango")
    ours, with_ours = with_our_own
    theirs, with_theirs = make()
    if set(drawing(with_ours).values()) != set(drawing(with_theirs).values()):
        pytest.skip("this machine has another version of Pango than its sources")

    assert ours == theirs


def test_set_has_nothing_of_the_c_library(own_set: Path) -> None:
    names = {file.name.partition(".so")[0] for file in own_set.iterdir()}

    assert "libpango-1.0" in names
    assert not names & {"libc", "libm", "libdl", "libpthread", "librt", "ld-linux-x86-64", "libgcc_s"}


def test_own_set_is_all_a_machine_needs(own_set: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_OWN_PANGO", "1")

    assert (pango.missing_packages(), pango.should_fetch()) == ([], False)


def test_without_a_set_the_packages_to_install_are_named(sets: Path) -> None:
    assert pango.missing_packages() == ["libpangoft2-1.0-0", "libpango-1.0-0", "libharfbuzz0b"]


@pytest.mark.parametrize("part", [".", "set", "set/libx.so.1"])
def test_set_that_others_can_write_is_not_used(sets: Path, part: str) -> None:
    found = new_set(sets)
    assert pango.newest_set() == found

    (sets / part.replace("set", found.name)).chmod(0o777)

    assert pango.newest_set() is None


def test_set_with_a_link_in_it_is_not_used(sets: Path) -> None:
    (new_set(sets) / "liby.so.1").symlink_to("/tmp")

    assert pango.newest_set() is None


@pytest.mark.parametrize("past", [{"age": 31 * 24 * 3600}, {"lock": "another"}])
def test_set_of_last_month_or_of_another_lock_is_used_and_renewed(sets: Path, past: dict[str, Any]) -> None:
    found = new_set(sets, **past)

    assert (pango.newest_set(), pango._is_fresh(found)) == (found, False)


def test_set_of_another_system_is_not_used(sets: Path) -> None:
    new_set(sets).rename(sets / f"anders-1_{int(time.time())}_{pango._lock_digest()}")

    assert pango.newest_set() is None


def test_fetch_that_failed_is_not_tried_again_at_every_pdf(sets: Path, sources: Path) -> None:
    with pytest.raises(StartError, match="Geen bron van apt heeft libpango"):
        pango.bring(60)

    with pytest.raises(StartError, match="kort geleden mislukt"):
        pango.bring(60, not_within=pango.AGAIN_SECONDS)


def test_failed_fetch_leaves_no_library_behind(sets: Path, sources: Path) -> None:
    with pytest.raises(StartError):
        pango.bring(60)

    assert (pango.newest_set(), {file.name for file in sets.iterdir()}) == (None, {"lock", "failed"})


def test_source_without_signature_is_refused_whatever_the_machine_allows(tmp_path: Path, sources: Path) -> None:
    package = "Package: libvals\nVersion: 1\nArchitecture: all\nFilename: ./x.deb\nSize: 1\nSHA256: " + "0" * 64
    libc = package.replace("libvals", "libc6")
    (tmp_path / "Packages").write_text(f"{package}\n\n{libc}\n")
    sources.write_text(f"deb file:{tmp_path} ./\n")

    with pytest.raises(StartError, match="Geen bron van apt heeft libvals"):
        fetch_libraries(["libvals"], into=tmp_path / "into", seconds=60)


def test_link_that_leaves_a_package_brings_nothing_along(tmp_path: Path) -> None:
    unpacked = tmp_path / "unpacked"
    unpacked.mkdir()
    (tmp_path / "geheim.so.1").write_text("geheim")
    (unpacked / "liba.so.1").symlink_to("../geheim.so.1")
    (unpacked / "libb.so.1.2.3").write_text("goed")
    (unpacked / "libb.so.1").symlink_to("libb.so.1.2.3")

    _keep_libraries(unpacked, tmp_path / "into")

    assert {file.name: file.read_text() for file in (tmp_path / "into").iterdir()} == {"libb.so.1": "goed"}
