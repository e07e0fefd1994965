"""Secure aggregation (SecAgg+) at a hospital: what it sends is masked, and the masks cancel in the sum of all.

Bell et al. 2020, "Secure Single-Server Aggregation with (Poly)Logarithmic Overhead", by Flower's mod, which knows the legacy client alone.
Masked are the weights; how many images a hospital weighs with travels beside them in the clear, and so do batch-norm statistics, which is
why measuring is a choice.
"""

import numpy as np
from flwr.app import Context, Message
from flwr.client import Client, NumPyClient
from flwr.client.mod import secaggplus_mod
from flwr.clientapp import ClientApp
from flwr.common.secure_aggregation.secaggplus_constants import RECORD_KEY_CONFIGS

from faceward_fl import local_round
from faceward_fl.local_round import NoPart, Site

# The largest weight that can be masked, in either direction. Flower clips what is beyond without a word.
RANGE = 8.0


def concerns(message: Message) -> bool:
    """Whether a message belongs to a stage of secure aggregation."""
    return message.has_content() and RECORD_KEY_CONFIGS in message.content.config_records


class MaskedSite(NumPyClient):
    """One hospital's local steps, as the legacy client that the mod wraps."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def fit(self, parameters: list[np.ndarray], config: dict) -> tuple[list[np.ndarray], int, dict]:
        """Trains and returns the averaged tensors, in the order of the message. Raises NoPart as a plain round does."""
        names = str(config["names"]).split("\n")
        averaged = names[: int(config["averaged"])]
        given = dict(zip(names, parameters, strict=True))
        made, facts = local_round.run(self.site, "fit", int(config["round"]), given)
        values = list(local_round.shared_of(made, facts, averaged).values())
        if any(np.abs(value).max() > RANGE or not np.isfinite(value).all() for value in values):
            raise NoPart("weights-out-of-range")
        weight = min(local_round.images_of(facts), float(config["cap"]))
        return values, int(weight), {"site": self.site.name}


def _client(context: Context) -> Client:
    return MaskedSite(Site.of(context)).to_client()


app = ClientApp(client_fn=_client, mods=[secaggplus_mod])
