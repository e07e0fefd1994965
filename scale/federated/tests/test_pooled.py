"""Pooled statistics are those of all values in one place."""

import unittest

import numpy as np

from faceward_fl.pooled import pool


def measured(values: np.ndarray) -> dict[str, np.ndarray]:
    return {
        "stem.norm.mean": values.mean(0).astype(np.float32),
        "stem.norm.variance": values.var(0).astype(np.float32),
        "stem.norm.count": np.array([len(values)], np.float32),
    }


class Pooled(unittest.TestCase):
    def test_equals_all_values_in_one_place(self) -> None:
        random = np.random.default_rng(3)
        sites = [random.normal(mean, spread, (count, 16)) for mean, spread, count in ((0, 1, 40), (5, 2, 7), (-3, 0.1, 300))]
        together = np.concatenate(sites)
        pooled = pool([measured(values) for values in sites])
        np.testing.assert_allclose(pooled["stem.norm.mean"], together.mean(0), rtol=1e-5)
        np.testing.assert_allclose(pooled["stem.norm.variance"], together.var(0), rtol=1e-5)

    def test_one_count_for_all_layers(self) -> None:
        one = measured(np.arange(8.0).reshape(4, 2))
        one["count"] = one.pop("stem.norm.count")
        np.testing.assert_allclose(pool([one, one])["stem.norm.mean"], [3, 4])

    def test_a_missing_layer_count_or_channel_is_refused(self) -> None:
        whole = measured(np.ones((4, 2)))
        for name in whole:
            with self.subTest(name), self.assertRaises(ValueError):
                pool([whole, {key: value for key, value in whole.items() if key != name}])
        with self.assertRaisesRegex(ValueError, "channels"):
            pool([whole, measured(np.ones((4, 3)))])


if __name__ == "__main__":
    unittest.main()
