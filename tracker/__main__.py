"""`python -m tracker`: the `tracker` command, wherever the package is installed."""

from tracker.cli import main

main(prog_name="tracker")
