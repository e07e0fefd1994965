"""Which replies are averaged, with which weight, and when a run stops."""

import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
from flwr.app import ConfigRecord, Error, Message, MetricRecord, RecordDict
from flwr.supercore.task_identity import TaskIdentity

from faceward_fl import weights
from faceward_fl.patience import PatientGrid, TooFewSites, wait_for_sites
from faceward_fl.quorum import Quorum, QuorumMissed, averaging
from faceward_fl.rounds import Rounds
from faceward_fl.settings import Settings, Unfit

# What the program around a strategy sets before a round.
TaskIdentity.task_id = TaskIdentity.run_id = TaskIdentity.node_id = 1
START = {"stem.weight": np.zeros((2, 2), np.float32), "stem.norm.mean": np.zeros(2, np.float32), "head.bias": np.zeros(7, np.float32)}
CONFIG = {
    "out": "", "rounds": 2, "sites": 3, "quorum": 2, "timeout": 5, "grace": 5, "cap": 100, "share": "encoder",
    "measure": "last", "secure": False, "noise": 0.0, "clip": 1.0, "delta": 1e-5,
}  # fmt: skip


def asked(node: int) -> Message:
    return Message(content=RecordDict(), dst_node_id=node, message_type="train")


def reply(node: int, images: float, value: float, shape: tuple[int, ...] = (2, 2)) -> Message:
    content = RecordDict(
        {
            "arrays": weights.to_record({"stem.weight": np.full(shape, value, np.float32)}),
            "metrics": MetricRecord({"images": images, "loss": 1.0, "seconds": 2.0}),
            "facts": ConfigRecord({"site": f"site {node}", "images": str(int(images)), "images-as": "count"}),
        }
    )
    return Message(content=content, reply_to=asked(node))


def refusal(node: int) -> Message:
    return Message(Error(code=100, reason="refused-dataset"), reply_to=asked(node))


class Grid:
    """A grid that answers what it is told to, when it is asked the first time."""

    def __init__(self, replies: list[Message], nodes: int = 0) -> None:
        self.replies = replies
        self.nodes = nodes

    def get_node_ids(self) -> list[int]:
        return list(range(self.nodes))

    def push_messages(self, messages: list[str]) -> list[str]:
        return messages

    def pull_messages(self, _waiting: set[str]) -> list[Message]:
        got, self.replies = self.replies, []
        return got


class OfThree(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.out = Path(folder.name, "out")
        init = Path(folder.name, "init.safetensors")
        weights.write(START, init)
        self.config = CONFIG | {"init": str(init), "out": str(self.out)}
        settings = Settings.of(self.config)
        averaged, kept = weights.split(START, "encoder")
        self.strategy = Quorum(averaging(2), Rounds(settings), kept, settings)
        self.strategy.wanted = averaged

    def test_weights_by_images_up_to_the_cap(self) -> None:
        arrays, _ = self.strategy.aggregate_train(1, [reply(1, 50, 1.0), reply(2, 100, 4.0), reply(3, 4000, 7.0)])
        np.testing.assert_allclose(weights.from_record(arrays)["stem.weight"], (50 * 1 + 100 * 4 + 100 * 7) / 250, rtol=1e-6)

    def test_the_order_of_replies_changes_nothing(self) -> None:
        replies = [reply(1, 50, 1.1), reply(2, 99, 4.7), reply(3, 33, 7.3)]
        one, _ = self.strategy.aggregate_train(1, replies)
        replies = [reply(3, 33, 7.3), reply(1, 50, 1.1), reply(2, 99, 4.7)]
        other, _ = self.strategy.aggregate_train(1, replies)
        np.testing.assert_array_equal(weights.from_record(one)["stem.weight"], weights.from_record(other)["stem.weight"])

    def test_another_shape_is_left_out_and_named(self) -> None:
        arrays, _ = self.strategy.aggregate_train(1, [reply(1, 10, 1.0), reply(2, 10, 3.0), reply(3, 10, 90.0, (1, 2))])
        np.testing.assert_allclose(weights.from_record(arrays)["stem.weight"], 2.0)
        noted = json.loads((self.out / "round-001.json").read_text())["fit"]
        self.assertIn("[1, 2] instead of float32 [2, 2]", noted[2]["fault"])

    def test_too_few_end_the_run(self) -> None:
        for replies in ([], [refusal(1), refusal(2), refusal(3)], [reply(1, 10, 1.0), refusal(2)]):
            with self.subTest(len(replies)), self.assertRaisesRegex(QuorumMissed, "of at least 2"):
                self.strategy.aggregate_train(1, replies)

    def test_another_start_is_not_gone_on_with(self) -> None:
        weights.write(START | {"head.bias": np.ones(7, np.float32)}, self.config["init"])
        with self.assertRaisesRegex(Unfit, "another initSha256"):
            Rounds(Settings.of(self.config))

    def test_settings_are_refused_in_words(self) -> None:
        odd = [("quorum", 1), ("sites", 1), ("share", "head"), ("measure", "now"), ("cap", 0), ("init", "nowhere"), ("noise", 1.0)]
        for key, value in odd:
            with self.subTest(key), self.assertRaises(Unfit):
                Settings.of(self.config | {key: value})
        with self.assertRaisesRegex(Unfit, "choose one"):
            Settings.of(self.config | {"secure": True, "noise": 1.0, "cap": 1, "quorum": 3})


class Patience(unittest.TestCase):
    def test_the_round_ends_some_time_after_a_quorum(self) -> None:
        replies = [reply(1, 1, 1.0), reply(2, 1, 1.0)]
        waiting = [one.metadata.reply_to_message_id for one in replies]
        got = PatientGrid(Grid(replies), quorum=2, grace_s=0.01).send_and_receive([*waiting, "lost"], timeout=60)
        self.assertEqual(len(got), 2)

    def test_the_time_out(self) -> None:
        self.assertEqual(PatientGrid(Grid([]), quorum=1, grace_s=60).send_and_receive(["lost"], timeout=0.01), [])

    def test_too_few_hospitals_are_not_waited_for_for_ever(self) -> None:
        with self.assertRaisesRegex(TooFewSites, "1 hospitals are connected"):
            wait_for_sites(Grid([], nodes=1), 3, 2, 0.01, 0.02)
        wait_for_sites(Grid([], nodes=2), 3, 2, 0.01, 60)


if __name__ == "__main__":
    unittest.main()
