"""`python -m flashgen` does what the command `flashgen` does."""

from flashgen.cli.commands import main

main(prog_name="flashgen")
