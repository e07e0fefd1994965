"""The program of a contender that trains the same net with PyTorch; its arguments are the number of threads and the device.

Everything lies in channels_last memory. Images, filters and pooling weights are turned by 180 degrees when they are read,
because TensorFlow pads strided windows at their end and PyTorch at their start; then both compute the same numbers, and
PyTorch needs no extra padding for it.
"""

import base64
import json
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

EPSILON = 1e-3
torch.set_num_threads(int(sys.argv[1]))
DEVICE = sys.argv[2]
if DEVICE == "cuda":
    # As TensorFlow does by itself.
    torch.backends.cudnn.benchmark = True
    torch.backends.cudnn.allow_tf32 = True
    torch.backends.cuda.matmul.allow_tf32 = True


def say(answer):
    print(json.dumps(answer), flush=True)


def array(entry):
    data = np.frombuffer(base64.b64decode(entry["base64"]), dtype="<f4").reshape(entry["shape"])
    return torch.from_numpy(data.copy()).to(DEVICE)


def norm(x, scale, shift):
    return F.batch_norm(x, None, None, scale, shift, training=True, eps=EPSILON)


class Net:
    def __init__(self, example):
        self.settings = example
        self.stages = example["stages"]
        self.weights = {}
        for name, entry in example["weights"].items():
            tensor = array(entry)
            if tensor.dim() == 4:  # [height, width, in, out] -> [out, in, height, width]
                tensor = tensor.flip(0, 1).permute(3, 2, 0, 1).contiguous(memory_format=torch.channels_last)
            elif tensor.dim() == 3:  # [height, width, features] -> [features, height, width]
                tensor = tensor.flip(0, 1).permute(2, 0, 1)
            self.weights[name] = tensor.requires_grad_()
        self.parameters = list(self.weights.values())
        decayed = [p for p in self.parameters if p.dim() > 1]
        spared = [p for p in self.parameters if p.dim() <= 1]
        self.optimiser = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": example["weightDecay"]}, {"params": spared, "weight_decay": 0.0}],
            lr=example["learningRate"],
            fused=True,
        )
        self.average = [p.detach().clone() for p in self.parameters]
        pixels = array(example["batch"]["pixels"]).flip(1, 2).unsqueeze(1)
        self.images = pixels.contiguous(memory_format=torch.channels_last)
        self.classes = torch.tensor(example["batch"]["classes"], device=DEVICE)

    def convolve(self, name, x, stride=1, relu=True):
        w = self.weights
        y = F.conv2d(x, w[f"{name}.weight"], stride=stride, padding=1)
        y = norm(y, w[f"{name}.norm.scale"], w[f"{name}.norm.shift"])
        return F.relu(y, inplace=True) if relu else y

    def shortcut(self, name, x, stride):
        w = self.weights
        y = F.conv2d(x[:, :, stride - 1 :: stride, stride - 1 :: stride], w[f"{name}.weight"])
        return norm(y, w[f"{name}.norm.scale"], w[f"{name}.norm.shift"])

    def loss(self):
        w = self.weights
        centred = self.images - self.images.mean((2, 3), keepdim=True)
        x = centred / (centred.square().mean((2, 3), keepdim=True).sqrt() + 1e-4)
        x = self.convolve("stem", x)
        for stage in range(1, self.stages + 1):
            stride, name = (1 if stage == 1 else 2), f"stage{stage}"
            beside = self.shortcut(f"{name}.shortcut", x, stride) if f"{name}.shortcut.weight" in w else x
            inner = self.convolve(f"{name}.conv1", x, stride)
            x = F.relu(self.convolve(f"{name}.conv2", inner, relu=False) + beside)
        features = norm((x * w["pool.weight"]).sum((2, 3)), None, None)
        hidden = F.relu(
            norm(features @ w["projector.hidden.weight"], w["projector.hidden.norm.scale"], w["projector.hidden.norm.shift"])
        )
        unit = F.normalize(norm(hidden @ w["projector.out.weight"], None, None))
        rows = torch.eye(len(unit), device=DEVICE)
        log_probability = F.log_softmax(unit @ unit.T / self.settings["temperature"] - 1e9 * rows, dim=1)
        positive = (self.classes[:, None] == self.classes[None, :]).float() - rows
        return -((positive * log_probability).sum(1) / positive.sum(1)).mean()

    def step(self):
        self.optimiser.zero_grad()
        loss = self.loss()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, self.settings["clipNorm"])
        self.optimiser.step()
        with torch.no_grad():
            torch._foreach_lerp_(self.average, self.parameters, 1 - self.settings["emaDecay"])
        return loss.item()


net = None
if DEVICE == "cuda" and not torch.cuda.is_available():
    say({"kind": "absent", "reason": "PyTorch finds no GPU"})
    sys.exit()
where = torch.cuda.get_device_name() if DEVICE == "cuda" else "CPU"
say({"kind": "ready", "name": f"PyTorch {torch.__version__} ({where}, channels_last)"})
for line in sys.stdin:
    request = json.loads(line)
    if request["kind"] == "read-example":
        with open(request["file"]) as file:
            net = Net(json.load(file))
        with torch.no_grad():
            say({"loss": net.loss().item()})
    else:
        times = []
        for _ in range(request["steps"]):
            start = time.perf_counter()
            net.step()
            times.append((time.perf_counter() - start) * 1000)
        say({"stepMs": times, "drawMs": 0})
