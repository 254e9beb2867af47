"""Front-end packages come from whatever registry npm is set to, and only as the lock knows them."""

import base64
import hashlib
import http.server
import io
import json
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from novex_portal.runtime.children import StartError
from novex_portal.runtime.frontend import Package, Registry, bring, npm_settings, registry_of, unpack, wanted_packages


def archive_of(**files: str) -> bytes:
    """Return an archive as npm makes it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content.encode()))
    return out.getvalue()


ARCHIVE = archive_of(**{"package/dist/index.css": "a{}"})
PACKAGE = Package("@scope/some-css", "1.2.3", hashlib.sha512(ARCHIVE).hexdigest())


class _Server(http.server.ThreadingHTTPServer):
    pages: dict[str, bytes]
    asked: list[tuple[str, str | None]]


class _Answers(http.server.BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Authorization"]))
        page = self.server.pages.get(self.path)
        self.send_response(404 if page is None else 200)
        self.end_headers()
        self.wfile.write(page or b"")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Answers) as made:
        made.pages, made.asked = {}, []
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


def address(server: _Server) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def fetch(server: _Server, folder: Path, package: Package = PACKAGE) -> Path:
    bring([package], folder / "node_modules", folder / "cache", Registry({"registry": address(server)}))
    return folder / "node_modules"


def test_package_is_unpacked_under_its_own_name(server: _Server, tmp_path: Path) -> None:
    server.pages["/@scope/some-css/-/some-css-1.2.3.tgz"] = ARCHIVE

    assert (fetch(server, tmp_path) / "@scope/some-css/dist/index.css").read_text() == "a{}"


def test_package_that_came_once_needs_no_network_again(server: _Server, tmp_path: Path) -> None:
    server.pages["/@scope/some-css/-/some-css-1.2.3.tgz"] = ARCHIVE
    fetch(server, tmp_path)
    server.pages.clear()

    assert (fetch(server, tmp_path) / "@scope/some-css/dist/index.css").exists()


def test_registry_that_keeps_archives_elsewhere_is_asked_where(server: _Server, tmp_path: Path) -> None:
    told = {"versions": {"1.2.3": {"dist": {"tarball": f"{address(server)}/elsewhere.tgz"}}}}
    server.pages = {"/@scope%2fsome-css": json.dumps(told).encode(), "/elsewhere.tgz": ARCHIVE}

    assert fetch(server, tmp_path).is_dir()


def test_archive_with_another_checksum_is_refused_and_what_was_there_stays(server: _Server, tmp_path: Path) -> None:
    server.pages["/@scope/some-css/-/some-css-1.2.3.tgz"] = archive_of(**{"package/index.css": "evil{}"})
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules/before.css").touch()

    with pytest.raises(StartError, match=r"is niet wat package-lock\.json noemt"):
        fetch(server, tmp_path)
    assert (tmp_path / "node_modules/before.css").exists()


@pytest.mark.parametrize("name", ["package/../../outside.css", "package//outside.css"])
def test_file_that_wants_to_stand_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(StartError, match="staat een bestand met het pad"):
        unpack(archive_of(**{name: "evil{}"}), tmp_path / "inside")


def test_password_of_a_company_registry_goes_to_that_registry_alone(server: _Server, tmp_path: Path) -> None:
    place = f"//127.0.0.1:{server.server_port}/"
    (tmp_path / ".npmrc").write_text(f"registry={address(server)}/npm/\n{place}npm/:_authToken=${{WORD}}\n")
    told = {"versions": {"1.2.3": {"dist": {"tarball": f"{address(server)}/open.tgz"}}}}
    server.pages = {"/npm/@scope%2fsome-css": json.dumps(told).encode(), "/open.tgz": ARCHIVE}

    Registry(npm_settings({"WORD": "secret"}, tmp_path)).archive(PACKAGE)
    assert server.asked[1:] == [("/npm/@scope%2fsome-css", "Bearer secret"), ("/open.tgz", None)]


def test_environment_wins_from_the_files_and_a_scope_has_its_own_registry(server: _Server, tmp_path: Path) -> None:
    (tmp_path / ".npmrc").write_text("; a remark = no setting\nregistry=https://other.example\n@scope:registry = x\n")
    settings = npm_settings({"npm_config_registry": "https://this.example"}, tmp_path)

    assert (settings["registry"], settings["@scope:registry"]) == ("https://this.example", "x")


def test_only_what_package_json_names_is_wanted_and_only_with_a_strong_checksum(tmp_path: Path) -> None:
    integrity = "sha512-" + base64.b64encode(bytes.fromhex(PACKAGE.sha512)).decode()
    entry = {"version": "1.2.3", "integrity": integrity}
    packages = {"": {"dependencies": {PACKAGE.name: "^1"}}, f"node_modules/{PACKAGE.name}": entry}
    lock = tmp_path / "package-lock.json"
    lock.write_text(json.dumps({"packages": packages | {"node_modules/other": {"version": "2.0.0"}}}))
    assert wanted_packages(lock) == [PACKAGE]

    entry["integrity"] = "sha1-abc"
    lock.write_text(json.dumps({"packages": packages}))
    with pytest.raises(StartError, match="geen sha512"):
        wanted_packages(lock)


def test_registry_that_no_setting_names_is_the_one_npm_uses(tmp_path: Path) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho https://this.example/\n")
    npm.chmod(0o755)

    assert registry_of(str(npm)) == "https://this.example/"


@pytest.mark.parametrize("words", ["echo undefined", "exit 1", "echo file:///etc/passwd"])
def test_npm_that_does_not_tell_is_no_answer(tmp_path: Path, words: str) -> None:
    npm = tmp_path / "npm"
    npm.write_text(f"#!/bin/sh\n{words}\n")
    npm.chmod(0o755)

    assert (registry_of(str(npm)), registry_of(None), registry_of("/nonexistent/npm")) == ("", "", "")
