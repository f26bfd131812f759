"""Settings: `TRACKER_*` environment variables, typed and checked."""

import difflib
import os
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import platformdirs
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from tracker.errors import TrackerError

PREFIX = "TRACKER_"
APPLICATION = "critical-minerals-tracker"


class ConfigurationError(TrackerError):
    """A setting is missing or wrong."""

    exit_code = 2


def default_home() -> Path:
    """Return where the embedded data lives unless `TRACKER_HOME` says otherwise."""
    if os.geteuid() == 0:
        return Path("/var/lib") / APPLICATION
    return platformdirs.user_data_path(APPLICATION)


def _postgresql_url(value: SecretStr) -> SecretStr:
    """Let through addresses of PostgreSQL databases only."""
    try:
        url = make_url(value.get_secret_value())
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.get_backend_name() not in {"postgresql", "postgres"} or not url.database:
        raise ValueError("write it as postgresql://user:password@host:5432/database")
    return value


def _web_address(value: str) -> str:
    """Let through addresses of sites only, and take a slash off their end."""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise ValueError("write it as https://tracker.example.org")
    return value.rstrip("/")


def _absolute(path: Path) -> Path:
    """Make a path absolute, following links and `~`."""
    return path.expanduser().resolve()


DatabaseUrl = Annotated[SecretStr, AfterValidator(_postgresql_url)]


class Settings(BaseSettings):
    """Everything that can be set. An attribute `x` is the environment variable `TRACKER_X`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, hide_input_in_errors=True
    )

    home: Annotated[Path, AfterValidator(_absolute)] = Field(
        default_factory=default_home,
        description="Folder of the embedded database"
        f" [/var/lib/{APPLICATION} for root, else in your own data folder].",
    )
    database_url: DatabaseUrl | None = Field(
        default=None,
        description="Use this PostgreSQL server instead of the embedded one:"
        " postgresql://owner:password@host/database.",
    )
    app_database_url: DatabaseUrl | None = Field(
        default=None,
        description="The application's own login on that server"
        " [tracker_app, made by `tracker migrate`].",
    )
    reader_database_url: DatabaseUrl | None = Field(
        default=None,
        description="The reports' own login on that server"
        " [tracker_reader, made by `tracker migrate`].",
    )
    host: str = Field(default="127.0.0.1", description="Address to serve on [127.0.0.1].")
    port: int = Field(
        default=8000, ge=0, le=65535, description="Port to serve on [8000]; 0 takes any free one."
    )
    workers: int = Field(default=2, ge=1, le=64, description="Web worker processes [2].")
    threads: int = Field(default=4, ge=1, le=64, description="Threads of each web worker [4].")
    secret_key: SecretStr | None = Field(
        default=None,
        min_length=16,
        description="Signs sessions and forms. Needed with TRACKER_DATABASE_URL;"
        " else one is made and kept in TRACKER_HOME.",
    )
    public_read: bool | None = Field(
        default=None,
        description="Whether one may read without signing in"
        " [true on the embedded database, false with TRACKER_DATABASE_URL].",
    )
    site_url: Annotated[str, AfterValidator(_web_address)] | None = Field(
        default=None,
        description="Where people reach the site, as in https://tracker.example.org: it answers to"
        " that name beside the machine's own, links lead there, passkeys are made for it, and over"
        " https cookies travel nowhere else [http://HOST:PORT].",
    )
    behind_proxy: bool | None = Field(
        default=None,
        description="Whether a proxy stands before the site, whose X-Forwarded-For and -Proto are"
        " believed [true with TRACKER_SITE_URL].",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="What the web server logs: debug, info, warning or error."
    )

    @property
    def believes_proxy(self) -> bool:
        """Whether a proxy tells where requests come from; without one anybody could."""
        return self.site_url is not None if self.behind_proxy is None else self.behind_proxy

    @property
    def open_to_readers(self) -> bool:
        """Whether one may read without signing in."""
        return self.database_url is None if self.public_read is None else self.public_read


def variable(field: str) -> str:
    """Return the environment variable of a setting."""
    return PREFIX + field.upper()


def load_settings(**overrides: Any) -> Settings:  # noqa: ANN401 - pydantic checks each
    """Read the environment; an override that is not None goes before it.

    Raises ConfigurationError, which names each wrong variable and never shows a value.
    """
    _refuse_unknown()
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        wrong = [
            f"{variable(str(problem['loc'][0]))}: {problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors(include_input=False)
        ]
        raise ConfigurationError("\n".join(wrong)) from None


def _refuse_unknown() -> None:
    """Refuse a misspelt variable, which would otherwise be passed over in silence."""
    known = [variable(field) for field in Settings.model_fields]
    for name in os.environ:
        if name.startswith(PREFIX) and name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise ConfigurationError(f"{name}: there is no such setting{hint}")
