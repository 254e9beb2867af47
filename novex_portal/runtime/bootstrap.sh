#!/bin/sh
# Finds a Python that really runs and hands over to novex_portal/runtime/bootstrap.py, which brings the rest.
#
#   sh novex_portal/runtime/bootstrap.sh [--dev] <what follows "python">

cd "$(dirname "$0")/../.." || exit 1

runs() {
    "$1" -c 'import sys; sys.exit(not (3, 12) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1
}

# A pyenv shim can be on PATH and still not run, so every candidate is tried. A virtual
# environment we made earlier comes first: then nothing needs looking for.
for candidate in "$PORTAL_PYTHON" .venv/bin/python \
    python3.14 python3.13 python3.12 python3 python \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python3 \
    /usr/local/bin/python3.1[234] /opt/*/bin/python3.1[234]; do
    if [ -n "$candidate" ] && runs "$candidate"; then
        found=$candidate
        break
    fi
done

if [ -z "$found" ] && command -v uv >/dev/null 2>&1; then
    candidate=$(UV_PYTHON_DOWNLOADS=never uv python find '>=3.12,<3.15' 2>/dev/null)
    if [ -n "$candidate" ] && runs "$candidate"; then found=$candidate; fi
fi

if [ -z "$found" ]; then
    echo "Er is geen Python 3.12, 3.13 of 3.14 gevonden die werkt." >&2
    echo "Installeer er een (bijvoorbeeld: apt install python3.13 python3.13-venv, of pyenv install 3.13)" >&2
    echo "of wijs er een aan: make run PORTAL_PYTHON=/pad/naar/python3.13" >&2
    exit 1
fi

exec "$found" -m novex_portal.runtime.bootstrap "$@"
