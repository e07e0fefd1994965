"""Federated averaging that stops where Flower's would go on with the old weights.

McMahan et al. 2017, arXiv:1602.05629: weights averaged by image count. Differs: a hospital's count is capped, so that one large hospital
does not speak for all; only tensors that training moves are averaged; names, shapes and types of a reply are compared first, because
Flower's FedAvg compares names alone; and a round with fewer good replies than the quorum ends the run.
"""

from collections.abc import Iterable

from flwr.app import ArrayRecord, ConfigRecord, Message, MetricRecord, RecordDict
from flwr.serverapp import Grid
from flwr.serverapp.strategy import FedAvg, Strategy

from faceward_fl import pooled, weights
from faceward_fl.patience import wait_for_sites
from faceward_fl.rounds import Reply, Rounds
from faceward_fl.settings import Settings
from faceward_fl.weights import Tensors

# A reply's weight in the average, beside its figures.
WEIGHT = "weight"


class QuorumMissed(RuntimeError):
    """Too few hospitals answered a round."""


class Quorum(Strategy):
    """Asks all hospitals that are there, checks their replies, and hands the good ones to `inner` to be averaged.

    `inner` is Flower's FedAvg, or FedAvg with differential privacy around it.
    """

    def __init__(self, inner: Strategy, rounds: Rounds, kept: Tensors, settings: Settings) -> None:
        self.inner = inner
        self.rounds = rounds
        self.kept = kept
        self.settings = settings
        self.wanted: Tensors = {}
        # Batch-norm statistics of all hospitals under the newest weights, where they were measured.
        self.statistics: Tensors | None = None

    def summary(self) -> None:
        """Flower prints it when it begins."""
        self.inner.summary()

    def configure_train(self, server_round: int, arrays: ArrayRecord, config: ConfigRecord, grid: Grid) -> Iterable[Message]:
        """The round's message to each hospital: what is averaged, and beside it what is not."""
        self.wanted = weights.from_record(arrays)
        self._wait(grid)
        return [self._complete(message, server_round) for message in self.inner.configure_train(server_round, arrays, config, grid)]

    def aggregate_train(self, server_round: int, replies: Iterable[Message]) -> tuple[ArrayRecord | None, MetricRecord | None]:
        """Averages the good replies. Raises QuorumMissed where they are too few."""
        good = self._good(server_round, "fit", replies)
        for reply in good:
            images = float(reply.content["metrics"]["images"])
            reply.content["metrics"][WEIGHT] = min(images, self.settings.cap)
        arrays, metrics = self.inner.aggregate_train(server_round, good)
        if arrays is None:
            raise QuorumMissed(f"round {self.rounds.number(server_round)}: no average came of {len(good)} replies")
        # At once: a coordinator that dies while statistics are measured has not lost the round.
        self.rounds.keep(self.rounds.number(server_round), self.kept | weights.from_record(arrays))
        return arrays, metrics

    def configure_evaluate(self, server_round: int, arrays: ArrayRecord, config: ConfigRecord, grid: Grid) -> Iterable[Message]:
        """The message by which statistics are measured, in the rounds in which they are."""
        last = self.rounds.number(server_round) >= self.settings.rounds
        if self.settings.measure == "never" or (self.settings.measure == "last" and not last):
            return []
        return self.measure_messages(server_round, arrays, config, grid)

    def measure_messages(self, server_round: int, arrays: ArrayRecord, config: ConfigRecord, grid: Grid) -> list[Message]:
        """A measure message for each hospital that is there."""
        self._wait(grid)
        record = RecordDict({"arrays": arrays, "config": config})
        return [self._complete(Message(content=record, message_type="evaluate", dst_node_id=node), server_round) for node in grid.get_node_ids()]

    def aggregate_evaluate(self, server_round: int, replies: Iterable[Message]) -> MetricRecord | None:
        """Pools what was measured. Raises QuorumMissed where too few did."""
        replies = list(replies)
        self.statistics = None
        if self.settings.measure == "never" or not (replies or self.rounds.number(server_round) >= self.settings.rounds):
            return None
        good = self._good(server_round, "measure", replies)
        self.statistics = pooled.pool([weights.from_record(reply.content["arrays"]) for reply in good])
        return None

    def _wait(self, grid: Grid) -> None:
        wait_for_sites(grid, self.settings.sites, self.settings.quorum, self.settings.grace_s, self.settings.timeout_s)

    def _complete(self, message: Message, server_round: int) -> Message:
        """Adds the kept tensors and the round's number over all runs; late messages are not trained on."""
        content = RecordDict(dict(message.content))
        content["kept"] = weights.to_record(self.kept)
        content["config"] = ConfigRecord({"server-round": self.rounds.number(server_round)})
        metadata = message.metadata
        return Message(content, metadata.dst_node_id, metadata.message_type, ttl=self.settings.timeout_s, group_id=str(self.rounds.number(server_round)))

    def _good(self, server_round: int, task: str, replies: Iterable[Message]) -> list[Message]:
        """Writes down who answered what, and returns the replies that can be used."""
        number = self.rounds.number(server_round)
        good: list[Message] = []
        noted: list[Reply] = []
        for reply in replies:
            noted.append(Reply.of(reply, self._fault(reply, task)))
            if noted[-1].fault is None:
                good.append(reply)
        # In the order of names: float32 sums depend on their order, and who is faster must not.
        good.sort(key=lambda reply: str(reply.content["facts"]["site"]))
        self.rounds.note(number, task, noted)
        if len(good) < self.settings.quorum:
            said = ", ".join(sorted(f"{reply.site or reply.node}: {reply.fault}" for reply in noted if reply.fault)) or "no other answered"
            raise QuorumMissed(f"round {number}, {task}: {len(good)} good replies of at least {self.settings.quorum} ({said}); the old weights are kept")
        return good

    def _fault(self, reply: Message, task: str) -> str | None:
        """What is wrong with a reply, or None."""
        if reply.has_error():
            return reply.error.reason or "no reason given"
        if task == "measure":
            return None
        return weights.misfit(weights.from_record(reply.content["arrays"]), self.wanted)


def averaging(quorum: int) -> FedAvg:
    """Flower's FedAvg over all hospitals that are there, weighted by what Quorum has written into their replies."""
    return FedAvg(fraction_train=1.0, fraction_evaluate=0.0, min_train_nodes=quorum, min_available_nodes=quorum, weighted_by_key=WEIGHT)
