"""``python -m memoranda.cli`` is the command ``memoranda``."""

from memoranda.cli.main import main

main(prog_name="memoranda")
