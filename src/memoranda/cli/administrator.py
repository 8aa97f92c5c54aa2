"""``memoranda administrator``: the first account, and the way back in."""

import sys

import click

from memoranda.cli.store import with_store


@click.command(name="administrator")
@click.argument("name")
@click.option("--email", default="", help="Where mail reaches them; opens it too.")
@click.option(
    "--password-stdin", "from_stdin", is_flag=True, help="Read the password from input."
)
@click.option(
    "--reset-second-factor", "reset", is_flag=True, help="Take second factors away too."
)
@with_store(create=True)
def command(name: str, email: str, *, from_stdin: bool, reset: bool) -> None:
    """Open the account NAME of an administrator who can sign in at once.

    For an account that is there it sets the password anew, makes it an administrator's,
    opens it if it was closed, and ends its sessions. The password is asked for twice.

    \b
    Examples:
      memoranda administrator aygun --email aygun@example.org
      pass show memoranda | memoranda administrator aygun --password-stdin
    """
    from memoranda.people.domain.access import (
        appoint_administrator,
        reset_second_factors,
    )
    from memoranda.people.domain.errors import PeopleError
    from memoranda.people.queries.accounts import account_named

    password = _from_input() if from_stdin else _asked()
    try:
        is_new = appoint_administrator(name, password, email=email)
    except PeopleError as error:
        raise click.ClickException(f"{error} Nothing was changed.") from error
    account = account_named(name)
    if reset:
        reset_second_factors(account, by=None)
    told = "is an administrator now" if is_new else "has a new password"
    click.echo(f"{account.username} {told}; sign in at /account/login/ of the site.")


def _asked() -> str:
    if not sys.stdin.isatty():
        raise click.ClickException(
            "There is no terminal to ask for a password. Nothing was changed; "
            "hand it over with --password-stdin."
        )
    password: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return password


def _from_input() -> str:
    return sys.stdin.readline().rstrip("\r\n")
