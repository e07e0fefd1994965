"""What the coordinator has settled: the run's configuration, read once, refused in words."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from faceward_fl.weights import SHARES

MEASURES = ("last", "each", "never")


class Unfit(ValueError):
    """A configuration that cannot be run."""


@dataclass(frozen=True)
class Settings:
    """A federation's settings; see pyproject.toml for what each is. Times in seconds."""

    init: str
    out: str
    rounds: int
    sites: int
    quorum: int
    timeout_s: float
    grace_s: float
    cap: float
    share: str
    measure: str
    secure: bool
    noise: float
    clip: float
    delta: float

    @staticmethod
    def of(config: Mapping[str, Any]) -> "Settings":
        """Reads and checks a run's configuration. Raises Unfit with what was found, what was wanted and what to do."""
        settings = Settings(
            init=str(config["init"]),
            out=str(config["out"]),
            rounds=int(config["rounds"]),
            sites=int(config["sites"]),
            quorum=int(config["quorum"]),
            timeout_s=float(config["timeout"]),
            grace_s=float(config["grace"]),
            cap=float(config["cap"]),
            share=str(config["share"]),
            measure=str(config["measure"]),
            secure=bool(config["secure"]),
            noise=float(config["noise"]),
            clip=float(config["clip"]),
            delta=float(config["delta"]),
        )
        settings.check()
        return settings

    def check(self) -> None:
        """Raises Unfit for the first setting that cannot be run."""
        wants = [
            (bool(self.init) and Path(self.init).is_file(), f'init is "{self.init}"; it names the weights to begin with: faceward federated-round --task start'),
            (bool(self.out), 'out is ""; it names a folder for what comes of each round'),
            (self.rounds >= 1, f"rounds is {self.rounds}; at least 1 is wanted"),
            (self.sites >= 2, f"sites is {self.sites}; a federation has at least 2"),
            (2 <= self.quorum <= self.sites, f"quorum is {self.quorum}; it lies between 2 and the {self.sites} sites: the weights of one hospital alone are nobody's average"),
            (self.timeout_s > 0 and self.grace_s > 0, "timeout and grace are seconds above 0"),
            (self.cap >= 1, f"cap is {self.cap}; at least 1 image is wanted"),
            (self.share in SHARES, f'share is "{self.share}"; it is one of {", ".join(SHARES)}'),
            (self.measure in MEASURES, f'measure is "{self.measure}"; it is one of {", ".join(MEASURES)}'),
            (self.noise >= 0 and self.clip > 0 and 0 < self.delta < 1, "noise is at least 0, clip above 0, delta between 0 and 1"),
            (not (self.secure and self.noise), "secure and noise are both on; Flower 1.41 has its accountant for plain aggregation only: choose one"),
            (not self.secure or self.sites >= 3, f"secure aggregation of {self.sites} sites hides nothing of either from the other; at least 3 are wanted"),
            (not self.secure or self.quorum < self.sites, f"with secure aggregation the quorum ({self.quorum}) is below the number of sites ({self.sites}), so that one may be lost"),
            (
                not self.noise or (self.cap == 1 and self.quorum == self.sites),
                "with noise every hospital weighs the same and has to answer, or the privacy figure is wrong: set cap=1 and quorum to the number of sites",
            ),
        ]
        for holds, words in wants:
            if not holds:
                raise Unfit(words)

    def lasting(self) -> dict[str, Any]:
        """What must be the same when a run is taken up again."""
        changeable = {"init", "out", "rounds", "timeout_s", "grace_s", "quorum"}
        return {key: value for key, value in asdict(self).items() if key not in changeable}
