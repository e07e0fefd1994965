#!/usr/bin/env bash
# Flower (flwr) and two hospitals whose arrays have the same name but not the same shape.
#
# Guess: FedAvg refuses the round, as it does where a name is missing at one of them.
# Seen:  flwr 1.41.0 checks names only. A first convolution for one channel (grey) is spread over the three of the other
#        and averaged into them, with no word; if the grey hospital answers first, the same round stops with numpy's
#        "non-broadcastable output operand". Which of the two happens depends on who is faster.
# Who meets it: hospitals that train together where one has set its model to grey pictures, or a head to one class: the
#        shared model becomes a mixture that neither has trained. Compare shapes in the server's strategy first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export FLWR_TELEMETRY_ENABLED=0 FLWR_HOME="$work/flwr"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check flwr==1.41.0

cat > try.py <<'PY'
import logging

import flwr
import numpy as np
from flwr.common import Array, ArrayRecord, Message, MetricRecord, RecordDict
from flwr.serverapp.strategy import FedAvg
from flwr.supercore.task_identity import TaskIdentity

logging.getLogger("flwr").setLevel(logging.ERROR)
# What the program around a strategy sets before a round.
TaskIdentity.task_id = TaskIdentity.run_id = TaskIdentity.node_id = 1


def reply(node, **arrays):
    content = RecordDict(
        {
            "arrays": ArrayRecord({name: Array(np.array(values, np.float32)) for name, values in arrays.items()}),
            "metrics": MetricRecord({"num-examples": 100}),
        }
    )
    asked = Message(content=RecordDict(), dst_node_id=node, message_type="train")
    return Message(content=content, reply_to=asked)


def average(*replies):
    try:
        arrays, _ = FedAvg().aggregate_train(1, list(replies))
        return {name: array.numpy().tolist() for name, array in arrays.items()}
    except Exception as error:
        return type(error).__name__


# Weights of one pixel: input channels by one output.
colour, grey = [[1.0], [2.0], [3.0]], [[9.0]]
seen = {
    "a name is missing": average(reply(1, conv=colour, head=[0.0]), reply(2, conv=colour)),
    "colour first": average(reply(1, conv=colour), reply(2, conv=grey)),
    "grey first": average(reply(2, conv=grey), reply(1, conv=colour)),
}
recorded = {
    "a name is missing": "InconsistentMessageReplies",
    "colour first": {"conv": [[5.0], [5.5], [6.0]]},
    "grey first": "ValueError",
}
print("version  flwr", flwr.__version__)
print("expected InconsistentMessageReplies three times")
print("seen    ", seen)
raise SystemExit(seen != recorded)
PY
venv/bin/python try.py
