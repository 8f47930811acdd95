"""Runs the steps of a Dockerfile in clean Debian roots, for machines without a Docker engine."""


class CheckFailed(Exception):
    """The image can't be made, or doesn't do what it must; the message says which and why."""
