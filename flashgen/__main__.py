"""`python -m flashgen`."""

from flashgen.cli.commands import main

main(prog_name="flashgen")
