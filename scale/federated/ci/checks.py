"""Counting what was looked at."""

import time
from collections.abc import Callable


class Checks:
    """Passed and failed checks; each says what was looked at."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0
        self.begun = time.monotonic()

    def that(self, holds: bool, what: str, found: object = "") -> None:
        """Notes a check; `found` is printed where it failed."""
        self.passed += holds
        self.failed += not holds
        line = f"{'ok  ' if holds else 'FAIL'} {time.monotonic() - self.begun:6.1f} s  {what}"
        print(line if holds else f"{line}: {found}", flush=True)


def wait_until(holds: Callable[[], bool], within_s: float, what: str, every_s: float = 0.2) -> None:
    """Waits for something that is bound to come. Raises TimeoutError with what it was."""
    ends_at = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > ends_at:
            raise TimeoutError(f"{what}: not within {within_s:.0f} s")
        time.sleep(every_s)
