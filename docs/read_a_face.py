"""Reads faces with a Faceward model in Python: the recipe of docs/other-programs.md, line by line.

    python read_a_face.py MODEL.onnx PHOTOGRAPH LANDMARKS.json

LANDMARKS.json holds the 68 points of the face (iBUG 300-W) as [[x, y], ...] in pixels of the photograph, where the centre of
the first pixel is at 0.5. Needs numpy, pillow and onnxruntime; weights_logits needs safetensors instead of onnxruntime.
"""

import json
import sys

import numpy as np

CROP_PX = 60
# Where the eyes' middles, the base of the nose and the middle of the mouth's corners belong, and how much each counts.
TEMPLATE = np.array([[20, 19], [40, 19], [30, 33.6], [30, 40.6]])
TRUST = np.array([1, 1, 0.5, 0.5])
# A point further off than this share of the template's longer side counts less.
TOLERANCE = 0.12


def key_points(landmarks):
    """Four of the 68 landmarks' places, in the order of TEMPLATE."""
    marks = np.asarray(landmarks, dtype=float)
    return np.array([marks[36:42].mean(0), marks[42:48].mean(0), marks[33], marks[[48, 54]].mean(0)])


def similarity(points):
    """Template to photograph, (u, v) -> (a u - b v + x, b u + a v + y): least squares, reweighted after Huber."""
    weights = TRUST
    for last in (False, False, False, True):
        from_mean, to_mean = (np.average(each, axis=0, weights=weights) for each in (TEMPLATE, points))
        (u, v), (x, y) = (TEMPLATE - from_mean).T, (points - to_mean).T
        norm = (weights * (u * u + v * v)).sum()
        a, b = (weights * (u * x + v * y)).sum() / norm, (weights * (u * y - v * x)).sum() / norm
        shift = to_mean - np.array([a * from_mean[0] - b * from_mean[1], b * from_mean[0] + a * from_mean[1]])
        if last:
            return a, b, shift
        there = np.stack([a * TEMPLATE[:, 0] - b * TEMPLATE[:, 1], b * TEMPLATE[:, 0] + a * TEMPLATE[:, 1]], 1) + shift
        off = np.hypot(*(there - points).T)
        limit = TOLERANCE * np.hypot(a, b) * np.ptp(TEMPLATE, axis=0).max()
        weights = np.where(off <= limit, TRUST, TRUST * limit / np.maximum(off, limit))


def aligned_crop(photograph, landmarks):
    """photograph: height x width x 3 of uint8, upright, sRGB. Returns 60 x 60 of uint8."""
    a, b, (tx, ty) = similarity(key_points(landmarks))
    grey = (np.asarray(photograph, dtype=float) @ [0.299, 0.587, 0.114]).astype(np.float32).astype(float)
    # A pixel of the crop is the mean of an even grid of taps, at most one pixel of the photograph apart.
    taps = max(1, int(np.ceil(np.hypot(a, b))))
    places = (np.arange(CROP_PX * taps) + 0.5) / taps
    u, v = np.meshgrid(places, places)
    levels = bilinear(grey, a * u - b * v + tx, b * u + a * v + ty)
    means = levels.reshape(CROP_PX, taps, CROP_PX, taps).mean((1, 3))
    return np.floor(means + 0.5).astype(np.uint8)


def bilinear(grey, x, y):
    """Between pixels' centres, which lie at .5; beyond the edge the edge goes on."""
    height, width = grey.shape
    x, y = np.clip(x - 0.5, 0, width - 1), np.clip(y - 0.5, 0, height - 1)
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    right, below = np.minimum(left + 1, width - 1), np.minimum(top + 1, height - 1)
    upper = grey[top, left] + (x - left) * (grey[top, right] - grey[top, left])
    lower = grey[below, left] + (x - left) * (grey[below, right] - grey[below, left])
    return upper + (y - top) * (lower - upper)


def onnx_probabilities(onnx_file, crops):
    """crops: faces x 60 x 60 of uint8. Returns the classes, faces x classes, and the threshold of "not sure"."""
    import onnxruntime

    session = onnxruntime.InferenceSession(onnx_file)
    about = session.get_modelmeta().custom_metadata_map
    [found] = session.run(None, {"crop": np.asarray(crops, dtype=np.uint8)[:, None]})
    return about["classes"].split(","), found, float(about["threshold"])


def weights_logits(safetensors_file, crop, input_px=48):
    """The net from model.safetensors itself, in the order PyTorch has, for one crop. Slow, and nothing hidden."""
    from safetensors.numpy import load_file

    tensors = load_file(safetensors_file)

    def conv(x, name, stride):
        # Height, width, in, out -> out, in, height, width; the copy because safetensors writes strided arrays wrongly.
        kernel = np.ascontiguousarray(tensors[f"{name}.weight"].transpose(3, 2, 0, 1))
        size, side = kernel.shape[-1], x.shape[-1]
        out = -(-side // stride)
        pad = max(0, (out - 1) * stride + size - side)
        x = np.pad(x, ((0, 0), (pad // 2, pad - pad // 2), (pad // 2, pad - pad // 2)))
        windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))[:, ::stride, ::stride]
        y = np.einsum("ihwkl,oikl->ohw", windows, kernel, optimize=True)
        scale, shift, mean, variance = (tensors[f"{name}.norm.{each}"] for each in ("scale", "shift", "mean", "variance"))
        return (y - mean[:, None, None]) / np.sqrt(variance + 1e-3)[:, None, None] * scale[:, None, None] + shift[:, None, None]

    def relu(x):
        return np.maximum(x, 0)

    margin = (CROP_PX - input_px) // 2
    image = np.asarray(crop, dtype=float)[margin : margin + input_px, margin : margin + input_px] / 255
    x = relu(conv(((image - image.mean()) / (image.std() + 1e-4))[None], "stem", 1))
    stage = 1
    while f"stage{stage}.conv1.weight" in tensors:
        name, stride = f"stage{stage}", 1 if stage == 1 else 2
        beside = conv(x, f"{name}.shortcut", stride) if f"{name}.shortcut.weight" in tensors else x
        x = relu(conv(relu(conv(x, f"{name}.conv1", stride)), f"{name}.conv2", 1) + beside)
        stage += 1
    pooled = (x * tensors["pool.weight"].transpose(2, 0, 1)).sum((1, 2))
    features = (pooled - tensors["features.norm.mean"]) / np.sqrt(tensors["features.norm.variance"] + 1e-3)
    return features @ tensors["head.weight"] + tensors["head.bias"]


if __name__ == "__main__":
    from PIL import Image, ImageOps

    onnx_file, photograph_file, landmarks_file = sys.argv[1:]
    photograph = np.asarray(ImageOps.exif_transpose(Image.open(photograph_file)).convert("RGB"))
    with open(landmarks_file) as file:
        crop = aligned_crop(photograph, json.load(file))
    classes, [found], threshold = onnx_probabilities(onnx_file, crop[None])
    for name, probability in zip(classes, found):
        print(f"{name:10} {probability:.4f}")
    print(classes[found.argmax()] if found.max() >= threshold else "not sure")
