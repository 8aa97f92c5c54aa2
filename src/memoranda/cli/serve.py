"""``memoranda serve``: the register as a site."""

import socket

import click

from memoranda.cli.store import with_store


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@with_store(create=True)
def command(host: str, port: int) -> None:
    """Show the register as a site, from one process, until interrupted.

    By default only this machine can see it. To let others in, put it behind a web
    server and set MEMORANDA_HOSTS; see docs/operating.md.
    """
    import waitress
    from django.core.wsgi import get_wsgi_application

    try:
        server = waitress.create_server(
            get_wsgi_application(), host=host, port=port, threads=4, ident=None
        )
    except (OSError, socket.gaierror) as error:
        raise click.ClickException(
            f"{host}:{port} cannot be used ({error}). Try another: --port 8001"
        ) from error
    click.echo(f"Memoranda is at http://{host}:{server.effective_port}/")
    click.echo("Stop it with Ctrl-C.")
    server.run()
