"""A federation of three that is ready for a run."""

import subprocess
from pathlib import Path

from ci import cohort
from ci.checks import wait_until
from ci.federation import FACEWARD, Federation

SITES = ["a", "b", "c"]


def ready(federation: Federation, fabs: dict[str, str] | None = None) -> None:
    """Cohort, keys, coordinator, door, pinned hospitals, and the weights to begin with. `fabs` names the app of a hospital that pins another."""
    folder = federation.folder
    cohort.split(folder, SITES, children=6, adults=2, steps=1, learner="cross-entropy", share="encoder", engine="wasm", threads=1)
    federation.make()
    federation.start_coordinator()
    federation.start_door()
    for site in SITES:
        federation.register(site)
        federation.pin(site, (fabs or {}).get(site, federation.fab))
        federation.start_site(site)
    begin(folder)
    wait_until(lambda: federation.online() == 3, 120, "three hospitals online")


def begin(folder: Path) -> None:
    """The weights to begin with, from the model that ships."""
    words = ["federated-round", "--federation", str(folder / "a.json"), "--task", "start", "--out", str(folder / "init.safetensors")]
    subprocess.run([*FACEWARD.split(), *words], check=True, stdout=subprocess.DEVNULL, timeout=120)
