"""The average once more, from what each hospital kept of what it sent: numpy and the definition alone, nothing of Flower or of the app."""

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file


def average(folder: Path, number: int, sites: list[str], cap: float) -> dict[str, np.ndarray]:
    """Weights of a round, averaged over hospitals by min(images, cap), in float64."""
    sums: dict[str, np.ndarray] = {}
    total = 0.0
    for site in sites:
        kept = folder / f"kept-{site}"
        facts = json.loads((kept / f"{number:03d}-fit.json").read_text())
        weight = min(facts["images"], cap)
        total += weight
        for name, value in load_file(kept / f"{number:03d}-fit.safetensors").items():
            if name in facts["kept"]:
                continue
            sums[name] = sums.get(name, 0) + weight * value.astype(np.float64)
    return {name: value / total for name, value in sums.items()}


def largest_difference(found: dict[str, np.ndarray], wanted: dict[str, np.ndarray]) -> float:
    """The largest absolute difference over all tensors that are wanted; infinite where one is missing."""
    return max((float(np.abs(found[name] - value).max()) if name in found else float("inf") for name, value in wanted.items()), default=float("inf"))
