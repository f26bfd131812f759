"""What all commands share: how they end, whatever happens."""

import signal
import sys
from collections.abc import Mapping
from importlib import import_module
from types import FrameType
from typing import Any

import click
from sqlalchemy.exc import OperationalError

from tracker.config import Settings, variable
from tracker.errors import TrackerError

_INTERRUPTED = 130  # what a shell reports for Ctrl-C


class TrackerGroup(click.Group):
    """Commands whose failures are sentences and exit codes, and whose end is always in order.

    A command is imported when it is asked for: most do without the site, the longest to import.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:  # noqa: ANN401 (click's own)
        """Take the modules of this package in which the commands are, by the commands' names."""
        super().__init__(*args, **kwargs)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own)
        """Return the names of the commands, in the order in which help lists them."""
        return sorted(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in self._modules:
            return None
        module = import_module(f"{__package__}.{self._modules[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a signal to end lets it stop what it started."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _end)
        try:
            return super().invoke(ctx)
        except TrackerError as error:
            say(f"Error: {error}")
            ctx.exit(error.exit_code)
        except OperationalError as error:
            raise click.ClickException(f"The database does not answer: {error.orig}") from None
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the settings below the commands."""
        super().format_epilog(ctx, formatter)
        with formatter.section("Settings, from the environment [default]"):
            fields = Settings.model_fields.items()
            formatter.write_dl(
                [(variable(name), field.description or "") for name, field in fields]
            )


def _end(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)


def say(message: str) -> None:
    """Tell of a step of long work, at once."""
    click.echo(message, err=True)
