"""Three rounds; a hospital is killed in the second and comes back, the coordinator in the third and goes on; then no hospital can take part."""

import json
import subprocess
from pathlib import Path

from safetensors.numpy import load_file

from ci import cohort, processes, recompute
from ci.checks import Checks, wait_until
from ci.federation import FACEWARD, HERE, Federation

SITES = ["a", "b", "c"]
# Of hospitals with 28, 28 and 35 images to train on.
CAP = 30
# How much float32 sums in another order may differ.
ROUNDING = 2e-6


def run(folder: Path, checks: Checks) -> None:
    """Runs all of it in the folder."""
    folder.mkdir(parents=True)
    federation = Federation(folder, SITES)
    try:
        prepare(federation, checks)
        rounds(federation, checks)
        as_computed(federation, checks)
        nobody_can(federation, checks)
    finally:
        federation.stop()


def prepare(federation: Federation, checks: Checks) -> None:
    """Keys, cohort, coordinator, door and hospitals, and what must be refused before a round."""
    folder = federation.folder
    cohort.split(folder, SITES, children=6, adults=2, steps=1, learner="cross-entropy", share="encoder", engine="wasm", threads=1, imageCountAs="count")
    federation.make()
    federation.start_coordinator()
    federation.start_door()
    for site in SITES:
        federation.register(site)
    unpinned = subprocess.run(
        [HERE / "supernode.sh", folder / "home-a", "ca", "key", "127.0.0.1:1", "1", "a", folder / "a.json"], capture_output=True, text=True, check=False
    )
    checks.that(unpinned.returncode == 78 and "apps" in unpinned.stderr, "a hospital without a pinned app does not start", unpinned)
    for site in SITES:
        federation.pin(site, federation.fab)
        federation.start_site(site)
    submitted = federation.flwr("run", str(federation.app), by="door", check=False)
    checks.that(submitted.returncode != 0 and "403" in (submitted.stdout + submitted.stderr), "a run submitted through the door is refused", submitted)
    begin = subprocess.run(
        [*FACEWARD.split(), "federated-round", "--federation", folder / "a.json", "--task", "start", "--out", folder / "init.safetensors"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    checks.that(begin.returncode == 0, "the weights to begin with", begin)
    wait_until(lambda: federation.online() == 3, 60, "three hospitals online")


def begin_rounds(federation: Federation, rounds: int) -> Path:
    """Submits a run of so many rounds, or what is missing of them."""
    folder = federation.folder
    return federation.begin_run(
        init=str(folder / "init.safetensors"), out=str(folder / "rounds"), rounds=rounds, sites=3, quorum=2, timeout=240, grace=60, cap=CAP, share="encoder"
    )  # fmt: skip


def rounds(federation: Federation, checks: Checks) -> None:
    """Three rounds with two deaths, both in the second: the coordinator notices a lost hospital after a minute, and dies meanwhile."""
    out = federation.folder / "rounds"
    begin_rounds(federation, 3)
    wait_until(lambda: federation.at_work("c", "fit", 2), 180, "hospital c in round 2")
    ended(federation.kill("c", "flower-supernode"), "federated-round", "hospital", checks)
    ended(federation.kill("superlink", "flower-superlink"), "serverapp", "coordinator", checks)
    federation.running.pop("run").wait(60)
    federation.start_coordinator()
    begin_rounds(federation, 3)
    state = federation.end_run(400)
    checks.that(state == "finished:completed", "the coordinator goes on from the last whole round after its death", state)
    checks.that(who_answered(out, 2) in (["a", "b"], SITES), "the round that was broken goes on, with the killed hospital or without", who_answered(out, 2))
    checks.that(who_answered(out, 3) == SITES, "the hospital that was killed is back in the next", who_answered(out, 3))


def who_answered(out: Path, number: int) -> list[str]:
    """The hospitals whose weights a round has; whether a killed one is back in time for its own round is for Flower's heartbeats to say."""
    return [reply["site"] for reply in json.loads((out / f"round-{number:03d}.json").read_text())["fit"] if "fault" not in reply]


def ended(before: dict[int, str], with_it: str, what: str, checks: Checks) -> None:
    """Nothing of a part that was killed at work is left within 15 s."""
    try:
        wait_until(lambda: not processes.alive(before), 15, "all of its processes gone")
    except TimeoutError:
        pass
    left = processes.alive(before)
    checks.that(any(with_it in line for line in before.values()) and not left, f"nothing of a killed {what}'s work is left", left or before)


def as_computed(federation: Federation, checks: Checks) -> None:
    """Each round's weights against the definition."""
    out = federation.folder / "rounds"
    begun = load_file(federation.folder / "init.safetensors")
    for number in (1, 2, 3):
        sites = who_answered(out, number)
        found = load_file(out / f"round-{number:03d}.safetensors")
        wanted = recompute.average(federation.folder, number, sites, CAP)
        off = recompute.largest_difference(found, wanted)
        checks.that(off <= ROUNDING, f"round {number} is the average over {', '.join(sites)} by min(images, {CAP})", off)
        same = all((found[name] == value).all() for name, value in begun.items() if name not in wanted)
        checks.that(same and found.keys() == begun.keys(), f"round {number} leaves what is not averaged as it was")
    moved = recompute.largest_difference(begun, recompute.average(federation.folder, 1, SITES, CAP))
    checks.that(moved > 1e-5, "hospitals' steps moved the weights", moved)
    report = json.loads((out / "FEDERATION.json").read_text())
    counted = {site["site"]: site["rounds"] for site in report["sites"]}
    took_part = {site: sum(site in who_answered(out, number) for number in (1, 2, 3)) for site in SITES}
    checks.that(counted == took_part and report["rounds"] == 3, "FEDERATION.json says who took part in how many rounds", report)
    checks.that(report["statistics"] == SITES, "batch-norm statistics were measured by all three", report)
    final, last = load_file(out / "final.safetensors"), load_file(out / "round-003.safetensors")
    statistics = [name for name in final if name.endswith((".mean", ".variance"))]
    checks.that(any((final[name] != begun[name]).any() for name in statistics), "the final weights have new statistics")
    checks.that(all((final[name] == last[name]).all() for name in final if name not in statistics), "and are round 3's else")


def nobody_can(federation: Federation, checks: Checks) -> None:
    """Every hospital refuses: the run must not end as if it had trained."""
    for site in SITES:
        cohort.write_federation(federation.folder, site, str(federation.folder / "nowhere"), steps=1, share="encoder", seed=1)
    log = begin_rounds(federation, 4)
    state = federation.end_run(90)
    checks.that(state.startswith("finished:failed"), "a round in which every hospital fails ends the run as failed", state)
    checks.that(not (federation.folder / "rounds" / "round-004.safetensors").exists(), "and leaves no weights that look like a round's")
    faults = [reply["fault"] for reply in json.loads((federation.folder / "rounds" / "round-004.json").read_text())["fit"]]
    checks.that(len(faults) == 3 and all(fault.startswith("refused-") for fault in faults), "each says why by a code", (faults, log.read_text()[-500:]))
