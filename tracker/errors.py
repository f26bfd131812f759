"""Failures that a person can put right."""


class TrackerError(Exception):
    """Something is wrong outside the program; the message says what, and what to do about it."""

    exit_code = 1
