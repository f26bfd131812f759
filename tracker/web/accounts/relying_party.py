"""What passkeys are asked to sign for this site, and whether they did (WebAuthn)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import current_app, request
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    parse_authentication_credential_json,
    parse_registration_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from tracker.queries.accounts.passkeys import KeptPasskey, PasskeyInUse
from tracker.services.passkeys import NewPasskey

if TYPE_CHECKING:
    import uuid

    from webauthn.helpers.structs import AuthenticationCredential

    from tracker.queries.accounts.people import Person

_VERIFIED = UserVerificationRequirement.REQUIRED  # so that a passkey stands for both factors
_LONGEST_ID = 1023  # bytes, as the standard and our table have it
_LOOPBACK = re.compile(r"//(127\.0\.0\.1|\[::1\])(?=:|$)")
_WRONG = (WebAuthnException, ValueError, RecursionError)
"""What the library raises on an answer that is not right, or is none."""


@dataclass(frozen=True)
class PasskeyPlace:
    """The address that the site's passkeys belong to, and whether the visitor is there."""

    origin: str
    here: bool

    @property
    def host(self) -> str:
        """The name that passkeys are made for."""
        return str(urlsplit(self.origin).hostname)


def passkey_place() -> PasskeyPlace | None:
    """Return where passkeys work; None where they cannot: without https, or without a name.

    One machine's own site needs no https if it is called `localhost`; its number is no name.
    """
    here = request.host_url.rstrip("/")
    parts = urlsplit(current_app.config["SITE_URL"] or here)
    origin = _LOOPBACK.sub("//localhost", f"{parts.scheme}://{parts.netloc}".lower())
    host = str(urlsplit(origin).hostname)
    is_local = host == "localhost" or host.endswith(".localhost")
    if not is_local and (parts.scheme != "https" or _is_number(host)):
        return None
    return PasskeyPlace(origin, here=origin == here)


def options_to_make(
    place: PasskeyPlace,
    own: "Person",
    handle: "uuid.UUID",
    known: Iterable[KeptPasskey],
    challenge: bytes,
) -> str:
    """Return, as JSON, what a browser needs to have a passkey made, by a device that has none."""
    return options_to_json(
        generate_registration_options(
            rp_id=place.host,
            rp_name="Critical Minerals Tracker",
            user_id=handle.bytes,
            user_name=own.email,
            user_display_name=own.name,
            challenge=challenge,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED, user_verification=_VERIFIED
            ),
            exclude_credentials=[
                PublicKeyCredentialDescriptor(
                    id=each.credential_id,
                    transports=[AuthenticatorTransport(way) for way in each.transports],
                )
                for each in known
            ],
        )
    )


def options_to_use(place: PasskeyPlace, challenge: bytes) -> str:
    """Return, as JSON, what a browser needs to have a passkey used, whichever it has."""
    return options_to_json(
        generate_authentication_options(
            rp_id=place.host, challenge=challenge, user_verification=_VERIFIED
        )
    )


def made_passkey(place: PasskeyPlace, answer: str, challenge: bytes) -> NewPasskey | None:
    """Return the passkey that a browser had made; None where the answer is not right."""
    try:
        credential = parse_registration_credential_json(answer)
        verified = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.origin,
            require_user_verification=True,
        )
    except _WRONG:
        return None
    if len(verified.credential_id) > _LONGEST_ID:
        return None
    return NewPasskey(
        verified.credential_id,
        verified.credential_public_key,
        verified.sign_count,
        tuple(each.value for each in credential.response.transports or ()),
    )


def read_use(answer: str) -> "AuthenticationCredential | None":
    """Return what a browser says a passkey signed, not yet checked; None where it says nothing."""
    try:
        return parse_authentication_credential_json(answer)
    except _WRONG:
        return None


def sign_count(
    place: PasskeyPlace, used: "AuthenticationCredential", kept: PasskeyInUse, challenge: bytes
) -> int | None:
    """Return how often a passkey has signed by now; None where it did not sign the challenge."""
    if used.response.user_handle != kept.handle.bytes:
        return None
    try:
        verified = verify_authentication_response(
            credential=used,
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.origin,
            credential_public_key=kept.public_key,
            credential_current_sign_count=kept.sign_count,
            require_user_verification=True,
        )
    except _WRONG:
        return None
    return verified.new_sign_count


def _is_number(host: str) -> bool:
    """Tell whether a host is an IP address: of its name, the last part is never digits alone."""
    return ":" in host or host.rpartition(".")[2].isdigit()
