"""``memoranda serve``: the register as a site."""

import signal
import socket
import sys
from contextlib import nullcontext

import click

from memoranda.cli.store import with_store
from memoranda.cli.tending import tended

# Bytes for each MB of MEMORANDA_UPLOAD: a form somewhat too large is still taken in, to
# be answered with a page; a larger one is refused before it is sent.
MOST_SENT = 1_500_000


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@with_store(create=True)
def command(host: str, port: int) -> None:
    """Show the register as a site and do the jobs of its desk, until interrupted.

    By default only this machine can see it. To let others in, put it behind a web
    server and set MEMORANDA_HOSTS; see docs/operating.md.
    """
    import waitress
    from django.conf import settings
    from django.utils.module_loading import import_string

    application = import_string(settings.WSGI_APPLICATION)
    require_key()
    try:
        server = waitress.create_server(
            application,
            host=host,
            port=port,
            threads=4,
            ident=None,
            max_request_body_size=MOST_SENT * settings.MEMORANDA_UPLOAD,
            **trusted(),
        )
    except (OSError, socket.gaierror) as error:
        raise click.ClickException(
            f"{host}:{port} cannot be used ({error}). Try another: --port 8001"
        ) from error
    where = f"{host}:{server.effective_port}{settings.MEMORANDA_PREFIX}/"
    click.echo(f"Memoranda is at http://{where}")
    click.echo("Stop it with Ctrl-C.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with tended() if settings.MEMORANDA_WORKER == "serve" else nullcontext():
        server.run()


def require_key() -> None:
    """Have the key that signs sessions, made now if need be. Raises ClickException."""
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        str(settings.SECRET_KEY)
    except ImproperlyConfigured as error:
        raise click.ClickException(str(error)) from error


def trusted() -> dict[str, object]:
    """What the server may believe of X-Forwarded-*: all from one proxy, or nothing.

    The server takes these headers away from requests that come from elsewhere.
    """
    from django.conf import settings

    if not settings.MEMORANDA_TRUSTED_PROXY:
        return {}
    told = {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"}
    return {
        "trusted_proxy": settings.MEMORANDA_TRUSTED_PROXY,
        "trusted_proxy_headers": told,
    }
