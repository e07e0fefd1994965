"""The folder of what came of each round: weights, who took part, and at the end FEDERATION.json for the model's card.

    settings.json           what must not change between runs, and the digest of the weights begun with
    round-001.safetensors   the averaged weights after round 1
    round-001.json          who answered, with how many images (or which band), and who did not, and why
    final.safetensors       the last round's weights with the pooled batch-norm statistics
    FEDERATION.json         all of it in short

A run that was broken off goes on from the last whole round.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flwr.app import Message

from faceward_fl import weights
from faceward_fl.settings import Settings, Unfit
from faceward_fl.weights import Tensors

FORMAT = "faceward-federation/1"


@dataclass(frozen=True)
class Reply:
    """What is written down of a hospital's reply: no tensors."""

    node: str
    site: str
    images: str
    images_as: str
    seconds: float
    loss: float
    fault: str | None

    @staticmethod
    def of(message: Message, fault: str | None) -> "Reply":
        """Reads a reply; one with an error has no site."""
        node = str(message.metadata.src_node_id)
        if message.has_error():
            return Reply(node, "", "", "", 0.0, 0.0, fault)
        facts, metrics = message.content["facts"], message.content["metrics"]
        return Reply(
            node=node,
            site=str(facts["site"]),
            images=str(facts["images"]),
            images_as=str(facts["images-as"]),
            seconds=float(metrics["seconds"]),
            loss=float(metrics["loss"]),
            fault=fault,
        )

    def as_json(self) -> dict[str, Any]:
        """For the round's file."""
        if self.fault is not None:
            return {"node": self.node, "site": self.site, "fault": self.fault}
        return {"node": self.node, "site": self.site, "images": int(self.images), "imagesAs": self.images_as, "seconds": self.seconds, "loss": self.loss}


class Rounds:
    """The folder, opened for a run."""

    def __init__(self, settings: Settings) -> None:
        """Makes the folder, or goes on in it. Raises Unfit where it was begun with other weights or settings."""
        self.settings = settings
        self.folder = Path(settings.out)
        self.folder.mkdir(parents=True, exist_ok=True)
        lasting = settings.lasting() | {"initSha256": weights.digest(settings.init)}
        file = self.folder / "settings.json"
        if file.exists():
            begun = json.loads(file.read_text())
            odd = sorted(key for key in lasting.keys() | begun.keys() if lasting.get(key) != begun.get(key))
            if odd:
                raise Unfit(f"{self.folder} was begun with another {', '.join(odd)}; go on with the same, or begin in an empty folder")
        else:
            self._write("settings.json", lasting)
        self.begun_after = self._last_whole()
        self._notes: dict[str, list[dict[str, Any]]] = {}

    def number(self, server_round: int) -> int:
        """A round's number over all runs; Flower counts from 1 in each."""
        return self.begun_after + server_round

    def newest(self) -> Path:
        """The weights to go on from."""
        return self.folder / f"round-{self.begun_after:03d}.safetensors" if self.begun_after else Path(self.settings.init)

    def note(self, number: int, task: str, replies: list[Reply]) -> None:
        """Writes down who answered a task of a round, as soon as that is known."""
        if task == "fit":
            self._notes = {}
        self._notes[task] = [reply.as_json() for reply in sorted(replies, key=lambda reply: (reply.site, reply.node))]
        self._write(f"round-{number:03d}.json", self._read(f"round-{number:03d}.json") | {"round": number} | self._notes)

    def keep(self, number: int, tensors: Tensors) -> Path:
        """Writes a round's weights."""
        path = self.folder / f"round-{number:03d}.safetensors"
        weights.write(tensors, path, like=self.settings.init)
        return path

    def finish(self, tensors: Tensors, app: dict[str, str], privacy: dict[str, Any] | None) -> None:
        """Writes final.safetensors and FEDERATION.json."""
        final = self.folder / "final.safetensors"
        weights.write(tensors, final, like=self.settings.init)
        rounds = [self._read(file.name) for file in sorted(self.folder.glob("round-*.json"))]
        self._write(
            "FEDERATION.json",
            {
                "format": FORMAT,
                "rounds": len(rounds),
                "sites": self._sites(rounds),
                "share": self.settings.share,
                "averaging": {"weight": "images", "cap": self.settings.cap},
                "statistics": [reply["site"] for reply in rounds[-1].get("measure", []) if "fault" not in reply],
                "secureAggregation": self.settings.secure,
                "differentialPrivacy": privacy,
                "startSha256": weights.digest(self.settings.init),
                "weightsSha256": weights.digest(final),
            }
            | app,
        )

    def _sites(self, rounds: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Each hospital with the rounds it took part in, and its images as it last gave them."""
        sites: dict[str, dict[str, Any]] = {}
        for round_ in rounds:
            for reply in round_.get("fit", []):
                if "fault" not in reply:
                    known = sites.setdefault(reply["site"], {"site": reply["site"], "rounds": 0})
                    known |= {"images": reply["images"], "imagesAs": reply["imagesAs"], "rounds": known["rounds"] + 1}
        return [sites[name] for name in sorted(sites)]

    def _last_whole(self) -> int:
        done = sorted(self.folder.glob("round-*.safetensors"))
        return int(done[-1].stem.split("-")[1]) if done else 0

    def _read(self, name: str) -> dict[str, Any]:
        file = self.folder / name
        return json.loads(file.read_text()) if file.exists() else {}

    def _write(self, name: str, value: dict[str, Any]) -> None:
        part = self.folder / f"{name}.part"
        part.write_text(json.dumps(value, indent=2) + "\n")
        part.rename(self.folder / name)
