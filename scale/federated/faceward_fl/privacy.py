"""Differential privacy of a whole hospital, as an option: what each sends is clipped, and noise is added to the average.

McMahan et al. 2018, arXiv:1710.06963, by Flower's strategy, with its Renyi accountant. The unit is a hospital, not a child: the guarantee
says how little the weights tell of whether a hospital took part at all, so that it covers every child in it. The coordinator clips and adds
the noise, and is trusted with what arrives.
"""

from typing import Any

from flwr.serverapp.strategy import DifferentialPrivacyServerSideFixedClipping, FedAvg
from flwr.supercore.privacy_accounting import GaussianPrivacyEvent, NeighboringRelation, PrivacyConfig, SamplingMethod
from flwr.supercore.privacy_accounting.rdp_accountant import RdpAccountant

from faceward_fl.settings import Settings


def accountant(settings: Settings, rounds_done: int) -> RdpAccountant:
    """An accountant that knows of the rounds of earlier runs. Wants the package dp-accounting."""
    config = PrivacyConfig(
        target_delta=settings.delta,
        population_size=settings.sites,
        neighboring_relation=NeighboringRelation.ADD_OR_REMOVE_ONE,
        sampling_method=SamplingMethod.NO_AMPLIFICATION,
    )
    made = RdpAccountant(config)
    if rounds_done:
        made.compose(GaussianPrivacyEvent(settings.noise, settings.sites, settings.sites), rounds_done)
    return made


def private(inner: FedAvg, settings: Settings, rounds_done: int) -> DifferentialPrivacyServerSideFixedClipping:
    """The averaging with clipping and noise around it."""
    return DifferentialPrivacyServerSideFixedClipping(
        inner, settings.noise, settings.clip, settings.sites, accountant=accountant(settings, rounds_done)
    )


def spent(settings: Settings, rounds_done: int) -> dict[str, Any]:
    """For the card: the accountant's figure after so many rounds."""
    figure = accountant(settings, rounds_done).get_privacy_spent()
    return {
        "unit": "hospital",
        "epsilon": figure.epsilon,
        "delta": figure.delta,
        "accountant": figure.accounting_method,
        "releases": figure.num_releases,
        "noiseMultiplier": settings.noise,
        "clippingNorm": settings.clip,
    }
