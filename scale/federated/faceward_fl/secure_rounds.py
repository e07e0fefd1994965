"""Rounds of secure aggregation at the coordinator, by Flower's SecAgg+ workflow and its legacy strategy.

Of each round only the sum of all hospitals' weights is seen. A hospital that is lost after its keys were shared is recovered from: any two
of three can reconstruct its mask, and the average is that of the others.
"""

from flwr.app import Context
from flwr.common import FitIns, Parameters, ndarrays_to_parameters, parameters_to_ndarrays
from flwr.server import LegacyContext, ServerConfig
from flwr.server.strategy import FedAvg
from flwr.server.workflow import DefaultWorkflow, SecAggPlusWorkflow

from faceward_fl.patience import PatientGrid
from faceward_fl.quorum import QuorumMissed
from faceward_fl.rounds import Reply, Rounds
from faceward_fl.secure import RANGE
from faceward_fl.weights import Tensors


class MaskedRounds(FedAvg):
    """Hands out weights, takes the average in, and writes each round down."""

    def __init__(self, averaged: Tensors, kept: Tensors, rounds: Rounds) -> None:
        self.averaged = averaged
        self.kept = kept
        self.rounds = rounds
        self.done = 0
        settings = rounds.settings
        super().__init__(
            fraction_fit=1.0,
            fraction_evaluate=0.0,
            min_fit_clients=settings.sites,
            min_available_clients=settings.sites,
            initial_parameters=self._parameters(),
        )

    def configure_fit(self, server_round, parameters, client_manager):
        """All hospitals get the same weights, names beside them, those that are averaged first."""
        names = [*self.averaged, *self.kept]
        config = {
            "names": "\n".join(names),
            "averaged": len(self.averaged),
            "round": self.rounds.number(server_round),
            "cap": self.rounds.settings.cap,
        }
        clients = client_manager.sample(self.min_fit_clients, self.min_available_clients)
        return [(client, FitIns(self._parameters(), config)) for client in clients]

    def aggregate_fit(self, server_round, results, failures):
        """Takes the unmasked average in. Raises QuorumMissed where too few took part."""
        number = self.rounds.number(server_round)
        # What a hospital weighs with is its images up to the cap; in the clear, beside what is masked.
        replies = [
            Reply(str(client.node_id), str(result.metrics["site"]), str(result.num_examples), "count", 0.0, 0.0, None) for client, result in results
        ]
        self.rounds.note(number, "fit", replies)
        if len(results) < self.rounds.settings.quorum:
            raise QuorumMissed(f"round {number}: {len(results)} hospitals of at least {self.rounds.settings.quorum} in the masked sum")
        # Every result holds the same average here; hospitals' own never arrive unmasked.
        values = parameters_to_ndarrays(results[0][1].parameters)
        self.averaged = {
            name: value.reshape(old.shape).astype(old.dtype) for (name, old), value in zip(self.averaged.items(), values, strict=True)
        }
        self.rounds.keep(number, self.averaged | self.kept)
        self.done += 1
        return self._parameters(), {}

    def _parameters(self) -> Parameters:
        return ndarrays_to_parameters([*self.averaged.values(), *self.kept.values()])


def run(grid: PatientGrid, context: Context, averaged: Tensors, kept: Tensors, rounds: Rounds, missing: int) -> Tensors:
    """Runs the missing rounds and returns the averaged tensors.

    Raises QuorumMissed where a round came to nothing: Flower's workflow says so in its log alone, and calls the run completed.
    """
    settings = rounds.settings
    strategy = MaskedRounds(averaged, kept, rounds)
    legacy = LegacyContext(context=context, config=ServerConfig(num_rounds=missing, round_timeout=settings.timeout_s), strategy=strategy)
    # Floats where Flower wants floats: with an int every hospital's mod raises, and the run is still called completed.
    workflow = SecAggPlusWorkflow(
        num_shares=settings.sites,
        reconstruction_threshold=settings.quorum,
        max_weight=float(settings.cap),
        clipping_range=float(RANGE),
        timeout=settings.timeout_s,
    )
    DefaultWorkflow(fit_workflow=workflow)(grid, legacy)
    if strategy.done != missing:
        raise QuorumMissed(f"{strategy.done} of {missing} masked rounds came to an average; the rest were halted (see the log)")
    return strategy.averaged
