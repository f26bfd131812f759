"""Codes that an app on one's telephone shows, which change every half minute (TOTP)."""

from typing import TYPE_CHECKING, cast

from flask import current_app
from flask_security import UserMixin
from flask_security.totp import Totp

if TYPE_CHECKING:
    from passlib.totp import TotpMatch

_DRIFT = 30  # seconds by which a telephone's clock may be off


class _Attempt(UserMixin):
    """A check of one code: the newest code used before, and the number of the one that matched."""

    def __init__(self, last: int | None) -> None:
        self.last = last
        self.matched: int | None = None


class _Codes(Totp):
    """Codes of which none is good twice."""

    def get_last_counter(self, user: UserMixin) -> int | None:
        return cast("_Attempt", user).last

    def set_last_counter(self, user: UserMixin, tmatch: "TotpMatch") -> None:
        cast("_Attempt", user).matched = tmatch.counter


def new_secret() -> str:
    """Return the secret of a new second factor, encrypted."""
    return _codes().generate_totp_secret()


def picture(secret: str, email: str) -> str:
    """Return what an app scans to know a secret, as the address of a picture."""
    return _codes().generate_qrcode(email, secret)


def written(secret: str) -> str:
    """Return a secret as one types it where there is nothing to scan with."""
    return _codes().get_totp_pretty_key(secret)


def matching(secret: str, code: str, last: int | None = None) -> int | None:
    """Return the number of a code if it is good and newer than the last one used."""
    attempt = _Attempt(last)
    _codes().verify_totp(code.replace(" ", ""), secret, attempt, window=_DRIFT)
    return attempt.matched


def _codes() -> _Codes:
    return _Codes({"1": str(current_app.secret_key)}, "Critical Minerals Tracker")
