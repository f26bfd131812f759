"""The Critical Minerals Partnership Tracker."""

__version__ = "0.1.0"
