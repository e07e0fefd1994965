"""What is averaged, what is kept, and files."""

import tempfile
import unittest
from pathlib import Path

import numpy as np

from faceward_fl import weights

TENSORS = {
    "stem.weight": np.ones((3, 3, 1, 2), np.float32),
    "stem.norm.mean": np.zeros(2, np.float32),
    "stem.norm.variance": np.ones(2, np.float32),
    "stem.norm.scale": np.ones(2, np.float32),
    "steps": np.array([7], np.int64),
    "head.weight": np.ones((2, 7), np.float32),
}


class Weights(unittest.TestCase):
    def test_statistics_integers_and_the_head_are_kept(self) -> None:
        averaged, kept = weights.split(TENSORS, "encoder")
        self.assertEqual(sorted(averaged), ["stem.norm.scale", "stem.weight"])
        self.assertEqual(sorted(kept), ["head.weight", "stem.norm.mean", "stem.norm.variance", "steps"])
        self.assertIn("head.weight", weights.split(TENSORS, "all")[0])

    def test_a_share_that_there_is_not(self) -> None:
        with self.assertRaisesRegex(ValueError, '"head"; it is "encoder" or "all"'):
            weights.split(TENSORS, "head")

    def test_a_file_comes_back_even_transposed(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "w.safetensors")
            turned = {"w": np.arange(6, dtype=np.float32).reshape(2, 3).T}
            weights.write(turned, path)
            np.testing.assert_array_equal(weights.read(path)["w"], turned["w"])

    def test_misfits_are_named(self) -> None:
        self.assertIsNone(weights.misfit(TENSORS, TENSORS))
        wide = TENSORS | {"stem.weight": np.ones((3, 3, 3, 2), np.float32)}
        self.assertIn("[3, 3, 3, 2] instead of float32 [3, 3, 1, 2]", weights.misfit(wide, TENSORS) or "")
        double = TENSORS | {"stem.weight": TENSORS["stem.weight"].astype(np.float64)}
        self.assertIn("float64", weights.misfit(double, TENSORS) or "")
        unsound = TENSORS | {"stem.norm.scale": np.array([1, np.nan], np.float32)}
        self.assertIn("not finite", weights.misfit(unsound, TENSORS) or "")
        self.assertIn("one side only", weights.misfit({}, TENSORS) or "")


if __name__ == "__main__":
    unittest.main()
