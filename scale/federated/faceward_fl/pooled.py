"""Batch-norm statistics of all hospitals' images from each hospital's own.

Statistics of averaged weights are not the average of statistics, and those of one hospital say nothing of the faces at another. So each
hospital measures them anew under the same weights, and they are pooled by the law of total variance: with n_i values of mean m_i and
(population) variance v_i, n = sum n_i, mean = sum n_i m_i / n and variance = sum n_i (v_i + (m_i - mean)^2) / n. That is exact.
"""

import numpy as np

from faceward_fl.weights import Tensors

# What a hospital measures comes as NAME.mean, NAME.variance and NAME.count, or one `count` for all.
COUNT = "count"


def _count_of(layer: str, measured: Tensors) -> float:
    """How many values a hospital's statistics of a layer come from. Raises ValueError where that is missing or none."""
    for name in (f"{layer}.{COUNT}", COUNT):
        if name in measured:
            count = float(np.asarray(measured[name], np.float64).reshape(-1)[0])
            if count > 0:
                return count
            raise ValueError(f"{name} is {count}; a hospital without a value has nothing to pool")
    raise ValueError(f"neither {layer}.{COUNT} nor {COUNT} is among what was measured")


def pool(sites: list[Tensors]) -> Tensors:
    """Pools each layer's mean and variance over hospitals, in float64, given back as float32.

    Raises ValueError where a hospital lacks a layer, a variance or a count, or where shapes differ.
    """
    layers = sorted({name.removesuffix(".mean") for site in sites for name in site if name.endswith(".mean")})
    pooled: Tensors = {}
    for layer in layers:
        names = (f"{layer}.mean", f"{layer}.variance")
        for site in sites:
            if any(name not in site for name in names):
                raise ValueError(f"{layer}: a hospital did not measure mean and variance")
        if len({site[name].shape for site in sites for name in names}) != 1:
            raise ValueError(f"{layer}: hospitals measured different numbers of channels")
        counts = np.array([_count_of(layer, site) for site in sites])
        shares = counts / counts.sum()
        means = np.stack([site[names[0]].astype(np.float64) for site in sites])
        variances = np.stack([site[names[1]].astype(np.float64) for site in sites])
        mean = np.tensordot(shares, means, 1)
        variance = np.tensordot(shares, variances + (means - mean) ** 2, 1)
        pooled[names[0]], pooled[names[1]] = mean.astype(np.float32), variance.astype(np.float32)
    return pooled
