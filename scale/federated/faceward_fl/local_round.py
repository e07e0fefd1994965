"""A hospital's own part of a round: its own command, with its own federation file, on weights in a temporary file.

Nothing here comes from the coordinator but the weights, the round's number and which of two tasks it is: command, dataset, steps and
consent stand in the hospital's node-config and in the federation file that it names.
"""

import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flwr.app import Context

from faceward_fl import bound, weights
from faceward_fl.weights import Tensors

# The command's exit codes that are no failure of it.
STOPPED, REFUSED, LIMIT_OVER = 75, 3, 124


class NoPart(Exception):
    """This hospital takes no part in the round. The text is a code that may leave the hospital; the words stay in its own log."""


@dataclass(frozen=True)
class Site:
    """What a hospital has settled in its node-config."""

    name: str
    command: list[str]
    federation: str
    kept: str
    limit_s: float

    @staticmethod
    def of(context: Context) -> "Site":
        """Reads the node-config. Raises NoPart where it lacks a setting."""
        settings = context.node_config
        for key in ("site", "faceward", "federation"):
            if not settings.get(key):
                raise NoPart(f"node-config-lacks-{key}")
        return Site(
            name=str(settings["site"]),
            command=shlex.split(str(settings["faceward"])),
            federation=str(settings["federation"]),
            kept=str(settings.get("kept", "")),
            limit_s=float(settings.get("limit", 7200)),
        )


def run(site: Site, task: str, number: int, tensors: Tensors) -> tuple[Tensors, dict[str, Any]]:
    """Runs `faceward federated-round --task fit|measure` and returns its tensors and what it printed.

    Raises NoPart where the hospital refuses, is told to stop, takes longer than its limit, fails, or prints what does not fit its file.
    """
    with tempfile.TemporaryDirectory(prefix="faceward-round-") as folder:
        given, made = Path(folder, "in.safetensors"), Path(folder, "out.safetensors")
        weights.write(tensors, given)
        words = [*site.command, "federated-round", "--federation", site.federation, "--task", task]
        words += ["--round", str(number), "--weights", str(given), "--out", str(made)]
        guard = [sys.executable, bound.__file__, "--limit", str(site.limit_s), "--"]
        # What the command says of its progress goes to this hospital's own log.
        done = subprocess.run([*guard, *words], stdout=subprocess.PIPE, stderr=sys.stderr, text=True, check=False)
        facts = _facts(done.stdout)
        if done.returncode != 0:
            print(f"faceward federated-round ended with {done.returncode}: {done.stdout.strip()}", file=sys.stderr)
            raise NoPart(_code(done.returncode, facts))
        if facts.get("weightsSha256") != weights.digest(made):
            raise NoPart("weights-differ-from-their-digest")
        if site.kept:
            _keep(site, task, number, made, facts)
        return weights.read(made), facts


def shared_of(made: Tensors, facts: dict[str, Any], averaged: list[str]) -> Tensors:
    """The tensors that are asked for. Raises NoPart where this hospital keeps one of them: its own file shares less than is asked."""
    if any(name not in made or name in facts.get("kept", []) for name in averaged):
        raise NoPart("shares-less-than-asked")
    return {name: made[name] for name in averaged}


def images_of(facts: dict[str, Any]) -> float:
    """How many images a hospital answers for: its count, or the lower end of its band. Raises NoPart where it says none."""
    images = facts.get("images")
    if not isinstance(images, int) or isinstance(images, bool) or images < 1:
        raise NoPart("images-unsaid")
    return float(images)


def _facts(printed: str) -> dict[str, Any]:
    """The one line of JSON that the command prints; empty where it is something else."""
    try:
        facts = json.loads(printed)
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _code(status: int, facts: dict[str, Any]) -> str:
    """What the coordinator hears of a round that came to nothing: a code, never words or output."""
    if status == REFUSED:
        refused = str(facts.get("refused", "unsaid"))
        return f"refused-{refused}" if refused.replace("-", "").isalnum() else "refused"
    return {STOPPED: "stopped", LIMIT_OVER: "limit-over"}.get(status, "failed")


def _keep(site: Site, task: str, number: int, made: Path, facts: dict[str, Any]) -> None:
    """Copies what is about to be sent into the hospital's own folder."""
    folder = Path(site.kept)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(made, folder / f"{number:03d}-{task}.safetensors")
    Path(folder, f"{number:03d}-{task}.json").write_text(json.dumps(facts))
