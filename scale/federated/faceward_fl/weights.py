"""Faceward's weights file (safetensors) <-> Flower's arrays, and which of its tensors are averaged.

Averaged are the float32 tensors that training moves: not batch-norm statistics (`*.mean`, `*.variance`), which are measured anew and
pooled, not integer tensors, which have no average, and with the share "encoder" not the head (`head.*`), which each hospital keeps.
"""

import hashlib
from pathlib import Path

import numpy as np
from flwr.app import Array, ArrayRecord
from safetensors import safe_open
from safetensors.numpy import load_file, save

Tensors = dict[str, np.ndarray]
STATISTICS = (".mean", ".variance")
SHARES = ("encoder", "all")


def read(path: str | Path) -> Tensors:
    """Reads a weights file, sorted by name. Arrays are in C order, whatever the file was written from."""
    return {name: np.ascontiguousarray(value) for name, value in sorted(load_file(path).items())}


def write(tensors: Tensors, path: str | Path, like: str | Path | None = None) -> None:
    """Writes a weights file whole or not at all. `like` names a file whose metadata (what the layout means) is taken over."""
    metadata = None
    if like is not None:
        with safe_open(like, "numpy") as file:
            metadata = file.metadata()
    part = Path(f"{path}.part")
    # safetensors writes an array's memory as it lies, so that a transposed one would come out scrambled.
    part.write_bytes(save({name: np.ascontiguousarray(value) for name, value in tensors.items()}, metadata))
    part.rename(path)


def is_averaged(name: str, value: np.ndarray, share: str) -> bool:
    """Whether a tensor enters the average."""
    if value.dtype != np.float32 or name.endswith(STATISTICS):
        return False
    return share == "all" or not name.startswith("head.")


def split(tensors: Tensors, share: str) -> tuple[Tensors, Tensors]:
    """Returns what is averaged and what is kept.

    Raises ValueError for a share that there is not, or where nothing would be averaged.
    """
    if share not in SHARES:
        raise ValueError(f'share is "{share}"; it is "encoder" or "all"')
    averaged = {name: value for name, value in tensors.items() if is_averaged(name, value, share)}
    if not averaged:
        raise ValueError("the weights file holds no float32 tensor to average")
    return averaged, {name: value for name, value in tensors.items() if name not in averaged}


def to_record(tensors: Tensors) -> ArrayRecord:
    """Packs tensors for a message, order kept."""
    return ArrayRecord({name: Array(value) for name, value in tensors.items()})


def from_record(record: ArrayRecord) -> Tensors:
    """Unpacks a message's tensors, order kept."""
    return {name: array.numpy() for name, array in record.items()}


def misfit(found: Tensors, wanted: Tensors) -> str | None:
    """Says what keeps `found` from being averaged with `wanted`; None where names, shapes and types agree and all is finite."""
    if found.keys() != wanted.keys():
        odd = sorted(found.keys() ^ wanted.keys())
        return f"{len(odd)} tensors are on one side only, {odd[0]} for one"
    for name, value in found.items():
        if value.shape != wanted[name].shape or value.dtype != wanted[name].dtype:
            return f"{name} is {value.dtype} {list(value.shape)} instead of {wanted[name].dtype} {list(wanted[name].shape)}"
        if not np.isfinite(value).all():
            return f"{name} holds values that are not finite"
    return None


def digest(path: str | Path) -> str:
    """SHA-256 of a file, hex."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
