"""Differential privacy: the noise that was asked for, around the average of clipped updates, and the accountant's figure."""

import json
import math
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from ci.checks import Checks
from ci.federation import Federation
from ci.ready import SITES, ready

NOISE, CLIP, DELTA = 0.5, 0.1, 1e-5


def run(folder: Path, checks: Checks) -> None:
    """Runs all of it in the folder."""
    federation = Federation(folder, SITES)
    try:
        ready(federation)
        federation.begin_run(
            init=str(folder / "init.safetensors"), out=str(folder / "rounds"), rounds=1, quorum=3, timeout=240, grace=200, cap=1,
            measure="never", noise=NOISE, clip=CLIP, delta=DELTA,
        )  # fmt: skip
        state = federation.end_run(400)
        checks.that(state == "finished:completed", "a round with noise", state)
        begun, found = load_file(folder / "init.safetensors"), load_file(folder / "rounds" / "round-001.safetensors")
        noise = flat(found, clipped_average(folder, begun))
        wanted = NOISE * CLIP / len(SITES)
        checks.that(abs(noise.std() / wanted - 1) < 0.02 and abs(noise.mean()) < wanted / 50, "noise of the spread that was asked for", (noise.std(), wanted))
        privacy = json.loads((folder / "rounds" / "FEDERATION.json").read_text())["differentialPrivacy"]
        checks.that(abs(privacy["epsilon"] / epsilon(1) - 1) < 0.02, "FEDERATION.json has the accountant's figure", (privacy, epsilon(1)))
    finally:
        federation.stop()


def clipped_average(folder: Path, begun: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The plain mean over hospitals of begun + update, each update scaled down to the norm CLIP."""
    sums: dict[str, np.ndarray] = {}
    for site in SITES:
        sent = load_file(folder / f"kept-{site}" / "001-fit.safetensors")
        kept = json.loads((folder / f"kept-{site}" / "001-fit.json").read_text())["kept"]
        updates = {name: value.astype(np.float64) - begun[name] for name, value in sent.items() if name not in kept}
        norm = math.sqrt(sum(float((update**2).sum()) for update in updates.values()))
        for name, update in updates.items():
            sums[name] = sums.get(name, 0) + (begun[name] + update * min(1.0, CLIP / norm)) / len(SITES)
    return sums


def flat(found: dict[str, np.ndarray], wanted: dict[str, np.ndarray]) -> np.ndarray:
    """All differences in one row."""
    return np.concatenate([(found[name] - value).ravel() for name, value in wanted.items()])


def epsilon(releases: int) -> float:
    """Of that many Gaussian releases by their Renyi divergence a / (2 z^2) of order a (Mironov 2017), turned into epsilon after Canonne et al. 2020."""
    orders = np.concatenate([np.arange(1.05, 12, 0.05), np.arange(12, 64)])
    divergence = releases * orders / (2 * NOISE**2)
    return float((divergence + np.log1p(-1 / orders) - np.log(DELTA * orders) / (orders - 1)).min())
