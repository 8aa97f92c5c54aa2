"""The command ``memoranda``; each subcommand is loaded only when it is asked for."""

import importlib
import os
from pathlib import Path

import click
from click.core import ParameterSource

from memoranda.cli.store import SERVER

COMMANDS = {
    "add": "Read documents into the register.",
    "administrator": "Open an administrator's account, or set its password anew.",
    "backup": "Write the whole register to one file.",
    "check": "Verify the laws over the whole store.",
    "export": "Write what is known as CSV or JSON Lines.",
    "history": "Say what changed, latest first.",
    "import": "Bring the rows of a table, CSV or XLSX, into the register.",
    "move": "Move the register from the file to a server, or back.",
    "read": "Read documents and print what they say; no store is touched.",
    "rebuild": "Make everything that pages read again from the claims.",
    "restore": "Bring a register back from a backup.",
    "search": "Search the register.",
    "serve": "Show the register as a site.",
    "status": "Say what the register holds and what waits.",
    "suggest": "Look for entries that may be one and the same.",
    "work": "Do the jobs that people began in the desk.",
}
# The module of `read` is the only one that may meet the engine.
MODULES = {"import": "import_", "read": "reading"}


class LazyGroup(click.Group):
    """A group whose commands live in one module each, imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now; None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = MODULES.get(cmd_name, cmd_name)
        command: click.Command = importlib.import_module(
            f"memoranda.cli.{module}"
        ).command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="MEMORANDA_STORE",
    default=Path("memoranda.sqlite3"),
    show_default=True,
    show_envvar=True,
    help="The SQLite file that holds the register; typed, it goes before the server "
    "that MEMORANDA_DATABASE_URL names.",
)
@click.version_option(package_name="memoranda", message="memoranda %(version)s")
@click.pass_context
def main(ctx: click.Context, store: Path) -> None:
    """The shared memory of international cultural cooperation.

    Memoranda reads press articles and the texts of agreements into statements that
    each stand on a quote, and keeps them in a register.

    \b
    A first quarter of an hour:
      memoranda read article.txt          what does this text say?
      memoranda add cuttings/ signed.zip  read a folder and a zip into the register
      memoranda status                    what is known now, and what waits
      memoranda serve                     look at it in the browser
    """
    if ctx.get_parameter_source("store") is ParameterSource.COMMANDLINE:
        os.environ.pop(SERVER, None)  # what is typed goes first
    ctx.obj = store
