"""A hospital's app, started by its SuperNode for every message. Pinned: see pin.sh."""

from flwr.app import ConfigRecord, Context, Error, Message, MetricRecord, RecordDict
from flwr.clientapp import ClientApp

from faceward_fl import local_round, secure, weights
from faceward_fl.local_round import NoPart, Site

# Flower's own codes end below 10. What is meant stands in the reason.
NO_PART = 100


class HospitalApp(ClientApp):
    """Answers train (fit) and evaluate (measure) messages; those of secure aggregation go to the mod that masks them."""

    def __call__(self, message: Message, context: Context) -> Message:
        try:
            if secure.concerns(message):
                return secure.app(message, context)
            return super().__call__(message, context)
        except NoPart as reason:
            return Message(Error(code=NO_PART, reason=str(reason)), reply_to=message)


app = HospitalApp()


def answer(task: str, message: Message, context: Context) -> Message:
    """Runs the task on the message's weights, and answers with tensors and the few figures that a coordinator needs."""
    site = Site.of(context)
    given = weights.from_record(message.content["arrays"])
    if "kept" in message.content.array_records:
        given |= weights.from_record(message.content["kept"])
    number = int(message.content["config"]["server-round"])
    made, facts = local_round.run(site, task, number, given)
    if task == "fit":
        made = local_round.shared_of(made, facts, list(message.content["arrays"]))
    content = RecordDict(
        {
            "arrays": weights.to_record(made),
            "metrics": MetricRecord({"images": local_round.images_of(facts), "loss": float(facts.get("loss") or 0.0), "seconds": float(facts.get("seconds") or 0.0)}),
            "facts": ConfigRecord({"site": site.name, "images": str(facts.get("images", "")), "images-as": str(facts.get("imagesAs", "count"))}),
        }
    )
    return Message(content=content, reply_to=message)


@app.train()
def train(message: Message, context: Context) -> Message:
    """Local steps from the round's weights."""
    return answer("fit", message, context)


@app.evaluate()
def evaluate(message: Message, context: Context) -> Message:
    """Batch-norm statistics of this hospital's children under the round's weights."""
    return answer("measure", message, context)
