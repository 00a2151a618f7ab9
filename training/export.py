"""Checkpoint to what ships: the encoder and tag head as ONNX (int8 weights), the link heads and the rest as arrays.

The graph's inputs are `ids`, `features` (1, pieces) and `first` (words), its outputs `emissions` (words, tags) and
`projections` (words, n * 96). One window a run: activations are quantised by the range of the whole input, so that
a batch would make a window's reading depend on its neighbours.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from data import TAGS
from model import PROJECTIONS, D, Pair, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional as F

KEEP = ["first", "last", "mean", "cue_for_span", "source_first", "source_mean", "cue_for_source"]
TOKEN = ["token", "cue_for_token", "source_token", "cue_for_source_token"]


def joined(layers):
    one = nn.Linear(layers[0].in_features, sum(x.out_features for x in layers))
    one.weight.data = torch.cat([x.weight.data for x in layers])
    one.bias.data = torch.cat([x.bias.data for x in layers])
    return one


class Exported(nn.Module):
    """The encoder on one unpadded window, in plain operators."""

    def __init__(self, model, names):
        super().__init__()
        self.m = model
        index = torch.cat([torch.arange(D) + PROJECTIONS.index(n) * D for n in names])
        self.project = nn.Linear(model.project.in_features, len(index))
        self.project.weight.data = model.project.weight.data[index]
        self.project.bias.data = model.project.bias.data[index]
        # the tag head beside the projections, and query, key and value, are one product each: quantised once
        self.head = joined([model.tag, self.project])
        self.qkv = nn.ModuleList()
        self.scale = (model.bert.config.hidden_size // model.bert.config.num_attention_heads) ** -0.5
        for layer in model.bert.encoder.layer:
            one = joined([layer.attention.self.query, layer.attention.self.key, layer.attention.self.value])
            n = model.bert.config.hidden_size
            one.weight.data[:n] *= self.scale
            one.bias.data[:n] *= self.scale
            self.qkv.append(one)

    def forward(self, ids, features, first):
        m, e = self.m, self.m.bert.embeddings
        x = e.word_embeddings(ids) + e.position_embeddings(torch.arange(ids.shape[1], device=ids.device))
        x = e.LayerNorm(x + e.token_type_embeddings.weight[0] + m.features(features))
        H = m.bert.config.num_attention_heads
        for layer, qkv in zip(m.bert.encoder.layer, self.qkv, strict=True):
            a = layer.attention
            q, k, v = qkv(x)[0].reshape(-1, 3, H, x.shape[-1] // H).permute(1, 2, 0, 3)
            y = (torch.softmax(q @ k.transpose(1, 2), -1) @ v).transpose(0, 1).reshape(1, -1, x.shape[-1])
            x = a.output.LayerNorm(a.output.dense(y) + x)
            x = layer.output.LayerNorm(layer.output.dense(F.gelu(layer.intermediate.dense(x))) + x)
        x = x[0].index_select(0, first)
        y = self.head(x)
        return y[:, : len(TAGS)], y[:, len(TAGS) :]


def arrays(model, names):
    out = {"transitions": model.transitions.masked_fill(~model.allowed, -1e4)}
    for scorer, needs in (
        ("span", "first"),
        ("source", "source_first"),
        ("token", "token"),
        ("source_token", "source_token"),
    ):
        if needs not in names:
            continue
        p: Pair = getattr(model, scorer)
        out |= {
            f"{scorer}.gap": p.gap.weight,
            f"{scorer}.between": p.between.weight,
            f"{scorer}.breaks": p.breaks.weight,
            f"{scorer}.weight": p.out.weight[0],
            f"{scorer}.bias": p.out.bias,
        }
    for head, needs in (("no_source", "source_first"), ("no_source_token", "source_token")):
        if needs in names:
            out |= {f"{head}.weight": getattr(model, head).weight[0], f"{head}.bias": getattr(model, head).bias}
    return {k: v.detach().numpy().astype(np.float32) for k, v in out.items()}


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--encoder", required=True)
    a.add_argument("--checkpoint", required=True)
    a.add_argument("--out", required=True, help="folder")
    a.add_argument("--all-heads", action="store_true", help="also the token pointers, for comparing")
    a.add_argument("--per-tensor", action="store_true")
    a.add_argument("--float32", action="store_true", help="leave the encoder in float32 beside the int8 file")
    o = a.parse_args()
    c = torch.load(o.checkpoint, weights_only=True, map_location="cpu")
    model = Tagger(o.encoder, c["layers"])
    model.load_state_dict(c["ema"])
    model.eval()
    names = [n for n in PROJECTIONS if o.all_heads or n in KEEP]
    exported = Exported(model, names).eval()
    out = Path(o.out)
    out.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 20000, (1, 40))
    example = (ids, torch.zeros_like(ids), torch.arange(1, 39))
    dim = torch.export.Dim
    pieces, words = dim("pieces", min=3, max=512), dim("words", min=2, max=510)
    full = out / "attribution.f32.onnx"
    torch.onnx.export(
        exported,
        example,
        str(full),
        dynamo=True,
        external_data=False,
        opset_version=20,
        input_names=["ids", "features", "first"],
        output_names=["emissions", "projections"],
        dynamic_shapes={"ids": {1: pieces}, "features": {1: pieces}, "first": {0: words}},
    )
    quantize_dynamic(
        str(full),
        str(out / "attribution.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=not o.per_tensor,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    np.savez(out / "attribution.npz", names=np.array(names), **arrays(model, names))
    shutil.copy(Path(o.encoder) / "tokenizer.json", out / "attribution-tokenizer.json")
    if not o.float32:
        full.unlink()
    ship = ("attribution.onnx", "attribution.npz", "attribution-tokenizer.json")
    manifest = {
        "files": {n: hashlib.sha256((out / n).read_bytes()).hexdigest() for n in ship},
        "settings": {
            "quotation_penalty": 8.0,
            "outside_bias": -0.2,
            "calibration": [0.0] * 12,
            "least_confidence": 0.0,
        },
    }
    (out / "attribution.json").write_text(json.dumps(manifest, indent=1) + "\n")
    for f in sorted(out.iterdir()):
        print(f.name, f.stat().st_size, hashlib.sha256(f.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
