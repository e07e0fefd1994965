"""The coordinator's app: rounds of averaging over hospitals, a file after each, so that a run that was broken off goes on from the last."""

import flwr
from flwr.app import ArrayRecord, ConfigRecord, Context
from flwr.serverapp import Grid, ServerApp

from faceward_fl import privacy, secure_rounds, weights
from faceward_fl.patience import PatientGrid
from faceward_fl.quorum import Quorum, averaging
from faceward_fl.rounds import Rounds
from faceward_fl.settings import Settings
from faceward_fl.weights import Tensors

app = ServerApp()


@app.main()
def main(grid: Grid, context: Context) -> None:
    """Runs the rounds that are missing, measures statistics, writes FEDERATION.json."""
    settings = Settings.of(context.run_config)
    rounds = Rounds(settings)
    tensors = weights.read(rounds.newest())
    averaged, kept = weights.split(tensors, settings.share)
    missing = settings.rounds - rounds.begun_after
    patient = PatientGrid(grid, settings.quorum, settings.grace_s)
    inner = averaging(settings.quorum)
    strategy = Quorum(privacy.private(inner, settings, rounds.begun_after) if settings.noise else inner, rounds, kept, settings)
    if settings.secure:
        averaged = secure_rounds.run(patient, context, averaged, kept, rounds, missing)
    elif missing > 0:
        averaged = _plain(patient, strategy, averaged, kept, rounds, missing)
    if strategy.statistics is None and settings.measure != "never":
        # All rounds were there already, or were aggregated in secret: what is missing is the measuring.
        messages = strategy.measure_messages(settings.rounds - rounds.begun_after, weights.to_record(averaged), ConfigRecord(), patient)
        strategy.aggregate_evaluate(settings.rounds - rounds.begun_after, patient.send_and_receive(messages, timeout=settings.timeout_s))
    final = tensors | averaged | {name: value for name, value in (strategy.statistics or {}).items() if name in tensors}
    rounds.finish(
        final,
        {"flower": flwr.__version__, "appDigest": str(grid.run.fab_hash)},
        privacy.spent(settings, settings.rounds) if settings.noise else None,
    )


def _plain(grid: PatientGrid, strategy: Quorum, averaged: Tensors, kept: Tensors, rounds: Rounds, missing: int) -> Tensors:
    """Rounds whose replies the coordinator sees. Returns the averaged tensors."""
    newest = averaged

    def keep(server_round: int, arrays: ArrayRecord) -> None:
        nonlocal newest
        if server_round == 0:
            return
        newest = weights.from_record(arrays)
        if rounds.settings.measure == "each":
            # The last round's are in final.safetensors; a round's file has its own only where each is measured.
            rounds.keep(rounds.number(server_round), kept | newest | {name: value for name, value in (strategy.statistics or {}).items() if name in kept})

    strategy.start(
        grid=grid,
        initial_arrays=weights.to_record(averaged),
        num_rounds=missing,
        timeout=rounds.settings.timeout_s,
        evaluate_fn=keep,
    )
    return newest
