"""How long a round waits for whom."""

import time
from collections.abc import Iterable
from typing import Any

from flwr.app import Message

# How often replies are asked for, seconds.
ASK_S = 0.5


class PatientGrid:
    """A grid whose rounds end when all have answered, at the time-out, or some time after a quorum has.

    Flower's own waits for everybody up to the time-out: a hospital that was killed and is back within a minute is never counted as lost, its
    message never answered, and the round stands still for the whole of it.
    """

    def __init__(self, grid: Any, quorum: int, grace_s: float) -> None:
        self._grid = grid
        self._quorum = quorum
        self._grace_s = grace_s

    def __getattr__(self, name: str) -> Any:
        return getattr(self._grid, name)

    def send_and_receive(self, messages: Iterable[Message], *, timeout: float | None = None) -> list[Message]:
        """Sends messages and returns what was answered in time; `timeout` in seconds."""
        waiting = set(self._grid.push_messages(list(messages)))
        replies: list[Message] = []
        begun = time.monotonic()
        quorum_at: float | None = None
        while waiting:
            got = list(self._grid.pull_messages(waiting))
            replies += got
            waiting -= {reply.metadata.reply_to_message_id for reply in got}
            now = time.monotonic()
            if quorum_at is None and sum(not reply.has_error() for reply in replies) >= self._quorum:
                quorum_at = now
            if timeout is not None and now - begun > timeout:
                break
            if quorum_at is not None and now - quorum_at > self._grace_s:
                break
            if waiting:
                time.sleep(ASK_S)
        return replies


class TooFewSites(RuntimeError):
    """Hospitals did not come in time."""


def wait_for_sites(grid: Any, sites: int, quorum: int, grace_s: float, timeout_s: float) -> None:
    """Waits for all hospitals; a quorum of them is enough after `grace_s`. Raises TooFewSites at the time-out, where Flower waits for ever."""
    begun = time.monotonic()
    while True:
        there = len(list(grid.get_node_ids()))
        waited_s = time.monotonic() - begun
        if there >= sites or (there >= quorum and waited_s > grace_s):
            return
        if waited_s > timeout_s:
            raise TooFewSites(f"{there} hospitals are connected after {timeout_s:.0f} s; {quorum} are needed. Look at the door's log and at the hospitals' own")
        time.sleep(ASK_S)
