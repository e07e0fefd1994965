"""Secure aggregation: two rounds, in the second of which one hospital is lost after the keys were shared."""

import json
from pathlib import Path

from safetensors.numpy import load_file

from ci import recompute
from ci.checks import Checks, wait_until
from ci.federation import Federation
from ci.ready import SITES, ready

CAP = 100
# Weights are sent as whole numbers of 22 bits over -8 to 8, times the hospital's share of the cap.
ROUNDING = 1e-4


def run(folder: Path, checks: Checks) -> None:
    """Runs all of it in the folder."""
    federation = Federation(folder, SITES)
    try:
        ready(federation)
        federation.begin_run(
            init=str(folder / "init.safetensors"), out=str(folder / "rounds"), rounds=2, quorum=2, timeout=240, grace=200, cap=CAP, secure=True, measure="never"
        )  # fmt: skip
        wait_until(lambda: federation.at_work("c", "fit", 2), 300, "hospital c in round 2")
        federation.kill("c", "flower-supernode")
        state = federation.end_run(400)
        checks.that(state == "finished:completed", "masked rounds go on with two of three", state)
        for number, sites in ((1, SITES), (2, ["a", "b"])):
            found = load_file(folder / "rounds" / f"round-{number:03d}.safetensors")
            off = recompute.largest_difference(found, recompute.average(folder, number, sites, CAP))
            checks.that(off <= ROUNDING, f"masked round {number} is the average over {', '.join(sites)}", off)
        report = json.loads((folder / "rounds" / "FEDERATION.json").read_text())
        names = [site["site"] for site in report["sites"]]
        checks.that(names == SITES, "FEDERATION.json names the hospitals of masked rounds", names)
        checks.that(report["secureAggregation"] is True, "FEDERATION.json says that aggregation was secure", report)
    finally:
        federation.stop()
