"""A device that keeps passkeys, as a program: it can also do what no honest one would."""

import json
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

ORIGIN = "http://localhost"

_PRESENT, _VERIFIED, _ATTESTED = 1, 4, 64


@dataclass
class Device:
    """A device with at most one passkey, in the hands of somebody at a browser."""

    origin: str = ORIGIN
    verifies: bool = True
    """Whether it makes sure who holds it."""
    count: int = 0
    counts: bool = True
    identifier: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    handle: str = ""
    _key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, options: dict[str, Any], **changed: object) -> str:
        """Answer `navigator.credentials.create`."""
        self.handle = options["user"]["id"]
        numbers = self._key.public_key().public_numbers()
        key = {
            1: 2,
            3: -7,
            -1: 1,
            -2: numbers.x.to_bytes(32, "big"),
            -3: numbers.y.to_bytes(32, "big"),
        }
        attested = (
            bytes(16) + len(self.identifier).to_bytes(2, "big") + self.identifier + cbor2.dumps(key)
        )
        data = self._data(options["rp"]["id"], _ATTESTED) + attested
        attestation = {"fmt": "none", "attStmt": {}, "authData": data}
        return self._answer(
            clientDataJSON=self._said("webauthn.create", options["challenge"]),
            attestationObject=cbor2.dumps(attestation),
            transports=["internal", "from the future"],
            **changed,
        )

    def use(self, options: dict[str, Any], **changed: object) -> str:
        """Answer `navigator.credentials.get`."""
        self.count += self.counts
        data = self._data(options["rpId"])
        said = self._said("webauthn.get", options["challenge"])
        signature = self._key.sign(data + sha256(said).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            **{
                "clientDataJSON": said,
                "authenticatorData": data,
                "signature": signature,
                "userHandle": base64url_to_bytes(self.handle),
            }
            | changed
        )

    def _data(self, host: str, flags: int = 0) -> bytes:
        flags |= _PRESENT | (_VERIFIED if self.verifies else 0)
        return sha256(host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _said(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _answer(self, **response: object) -> str:
        identifier = bytes_to_base64url(self.identifier)
        written = {
            name: bytes_to_base64url(value) if isinstance(value, bytes) else value
            for name, value in response.items()
        }
        return json.dumps(
            {"id": identifier, "rawId": identifier, "type": "public-key", "response": written}
        )
