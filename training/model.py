"""The encoder, the tag head with a CRF, and the link heads."""

import json
from pathlib import Path

import tagger_windows as tw
import torch
from data import NO, TAGS, allowed
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F
from transformers import BertConfig, BertModel

D = 96
GAPS = 23
BETWEEN = 9
BREAKS = 3
PROJECTIONS = [
    "token",
    "cue_for_token",
    "first",
    "last",
    "mean",
    "cue_for_span",
    "source_token",
    "cue_for_source_token",
    "source_first",
    "source_mean",
    "cue_for_source",
]
_EDGES = torch.tensor([1, 2, 3, 4, 5, 7, 10, 15, 25, 50])


def gap_features(spans, cues, cue_mask, paragraph):
    """How far, how many other cues and how many paragraph breaks lie between: three (B, N, K) index tensors."""
    s0, s1 = spans[..., 0:1], spans[..., 1:2]
    c0, c1 = cues[:, None, :, 0], cues[:, None, :, 1]
    after, before = c0 - s1, s0 - c1  # the cue stands after, or before, the span
    gap = torch.maximum(after, before).clamp(min=0)
    size = torch.bucketize(gap, _EDGES, right=True)
    overlap = (after < 0) & (before < 0)
    distance = torch.where(overlap, 22, torch.where(after >= 0, size, size + 11))
    # other cues wholly between the span and this cue
    mid = cues[:, None, None, :, 0]
    real = cue_mask[:, None, None, :]
    between_after = ((mid >= s1[..., None]) & (mid < c0[..., None]) & real).sum(-1)
    between_before = ((mid >= c1[..., None]) & (mid < s0[..., None]) & real).sum(-1)
    between = torch.where(after >= 0, between_after.clamp(max=3), 4 + between_before.clamp(max=3))
    between = torch.where(overlap, 8, between)
    par = lambda at: torch.gather(paragraph[:, :, None].expand(-1, -1, at.shape[-1]), 1, at)  # noqa: E731
    breaks = par(spans[..., 0:1]) - par(cues[..., 0][:, None, :].transpose(1, 2).expand(-1, -1, 1)).transpose(1, 2)
    return distance, between, breaks.abs().clamp(max=BREAKS - 1)


class Pair(nn.Module):
    """Scores (span, cue): a bilinear term, a one-layer perceptron over their sum, and where they stand."""

    def __init__(self):
        super().__init__()
        self.gap, self.between, self.breaks = (nn.Embedding(n, D) for n in (GAPS, BETWEEN, BREAKS))
        for e in (self.gap, self.between, self.breaks):
            nn.init.normal_(e.weight, std=0.3)
        self.out = nn.Linear(D, 1)

    def forward(self, x, y, features):
        where = self.gap(features[0]) + self.between(features[1]) + self.breaks(features[2])
        hidden = F.relu(x[:, :, None] + y[:, None] + where)
        return (x @ y.transpose(1, 2)) / D**0.5 + self.out(hidden).squeeze(-1)


class Tagger(nn.Module):
    def __init__(self, folder, layers=None):
        super().__init__()
        raw = json.loads((Path(folder) / "config.json").read_text())
        config = BertConfig(**{k: v for k, v in raw.items() if k not in ("architectures", "_name_or_path")})
        keep = layers or list(range(config.num_hidden_layers))
        config.num_hidden_layers = len(keep)
        self.layers = keep
        self.bert = BertModel(config, add_pooling_layer=False)
        state = load_file(str(Path(folder) / "model.safetensors"))
        renamed = {}
        for k, v in state.items():
            k = k.removeprefix("bert.")
            if k.startswith("encoder.layer."):
                n = int(k.split(".")[2])
                if n not in keep:
                    continue
                k = k.replace(f"layer.{n}.", f"layer.{keep.index(n)}.")
            renamed[k] = v
        missing, _extra = self.bert.load_state_dict(renamed, strict=False)
        assert not missing, missing
        h = config.hidden_size
        self.features = nn.Embedding(tw.FEATURES, h)
        nn.init.normal_(self.features.weight, std=0.01)
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(h, len(TAGS))
        self.project = nn.Linear(h, D * len(PROJECTIONS))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.start = nn.Parameter(torch.zeros(len(TAGS)))
        self.register_buffer("allowed", torch.tensor(allowed()), persistent=False)
        self.begins = torch.tensor([t[0] in "OBS" for t in TAGS])
        self.token, self.span, self.source_token, self.source = Pair(), Pair(), Pair(), Pair()
        self.no_source = nn.Linear(D, 1)
        self.no_source_token = nn.Linear(D, 1)

    def encode(self, ids, features, mask):
        e = self.bert.embeddings
        L = ids.shape[1]
        x = e.word_embeddings(ids) + e.position_embeddings.weight[:L] + e.token_type_embeddings.weight[0]
        x = e.dropout(e.LayerNorm(x + self.features(features)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        H = self.bert.config.num_attention_heads
        for layer in self.bert.encoder.layer:
            a = layer.attention
            split = lambda y: y.view(y.shape[0], y.shape[1], H, -1).transpose(1, 2)  # noqa: E731
            q, k, v = (split(f(x)) for f in (a.self.query, a.self.key, a.self.value))
            y = F.scaled_dot_product_attention(
                q, k, v, attn_mask=bias.expand(-1, H, L, -1)
            )  # no dropout here: a quarter of the time
            y = y.transpose(1, 2).reshape(x.shape)
            x = a.output.LayerNorm(a.output.dropout(a.output.dense(y)) + x)
            y = layer.output.dropout(layer.output.dense(F.gelu(layer.intermediate.dense(x))))
            x = layer.output.LayerNorm(y + x)
        return x

    def words(self, batch):
        x = self.encode(batch["ids"], batch["features"], batch["mask"])
        x = self.drop(torch.gather(x, 1, batch["first"][..., None].expand(-1, -1, x.shape[-1])))
        return self.tag(x), dict(zip(PROJECTIONS, self.project(x).split(D, -1), strict=True))

    @staticmethod
    def mean(x, spans):
        total = F.pad(x.cumsum(1), (0, 0, 1, 0))
        at = lambda i: torch.gather(total, 1, i[..., None].expand(-1, -1, x.shape[-1]))  # noqa: E731
        n = (spans[..., 1] - spans[..., 0]).clamp(min=1)[..., None]
        return (at(spans[..., 1]) - at(spans[..., 0])) / n

    @staticmethod
    def at(x, i):
        return torch.gather(x, 1, i.clamp(min=0)[..., None].expand(-1, -1, x.shape[-1]))

    def links(self, p, batch):
        """Scores: token->cue (B,W,K), content span->cue (B,M,K), cue->source span (B,K,1+S), cue->word (B,K,1+W)."""
        cues, paragraph = batch["cues"], batch["paragraph"]
        K, W = cues.shape[1], paragraph.shape[1]
        cue_mask = torch.arange(K)[None] < batch["cue_n"][:, None]
        no_cue = torch.where(cue_mask, 0.0, -1e4)[:, None, :]
        index = torch.arange(W)
        tokens = torch.stack([index, index + 1], -1)[None].expand(len(cues), -1, -1)
        near_t = gap_features(tokens, cues, cue_mask, paragraph)
        token = self.token(p["token"], self.mean(p["cue_for_token"], cues), near_t) + no_cue
        c = batch["contents"]
        rep = self.at(p["first"], c[..., 0]) + self.at(p["last"], c[..., 1] - 1) + self.mean(p["mean"], c)
        span = self.span(rep, self.mean(p["cue_for_span"], cues), gap_features(c, cues, cue_mask, paragraph)) + no_cue
        s = batch["sources"]
        y = self.mean(p["cue_for_source"], cues)
        rep = self.at(p["source_first"], s[..., 0]) + self.mean(p["source_mean"], s)
        source = self.source(rep, y, gap_features(s, cues, cue_mask, paragraph)).transpose(1, 2)
        real = torch.arange(s.shape[1])[None] < batch["source_n"][:, None]
        source = torch.cat([self.no_source(y), source + torch.where(real, 0.0, -1e4)[:, None]], -1)
        y = self.mean(p["cue_for_source_token"], cues)
        word = self.source_token(p["source_token"], y, near_t).transpose(1, 2)
        real = index[None] < batch["words"][:, None]
        word = torch.cat([self.no_source_token(y), word + torch.where(real, 0.0, -1e4)[:, None]], -1)
        return token, span, source, word

    def crf(self, emissions, tags, lengths):
        """Negative log-likelihood, summed. The partition is a product of matrices, taken as a balanced tree."""
        T = emissions.shape[-1]
        move = self.transitions.masked_fill(~self.allowed, -1e4)
        start = self.start.masked_fill(~self.begins, -1e4)
        W = emissions.shape[1]
        real = torch.arange(W)[None] < lengths[:, None]
        gold = torch.where(tags >= 0, tags, 0)
        score = torch.gather(emissions, 2, gold[..., None]).squeeze(-1) * real
        steps = move[gold[:, :-1], gold[:, 1:]] * real[:, 1:]
        numerator = score.sum(1) + steps.sum(1) + start[gold[:, 0]]
        # one matrix a step: M[i, j] = move[i, j] + emission[j]; the identity past the end
        m = move[None, None] + emissions[:, 1:, None, :]
        top = m.amax((-1, -2), keepdim=True).detach()
        eye = torch.eye(T)
        r = real[:, 1:, None, None]
        a = torch.where(r, (m - top).exp(), eye)
        scale = torch.where(r, top, 0.0)[..., 0, 0]
        while a.shape[1] > 1:
            if a.shape[1] % 2:
                a = torch.cat([a, eye.expand(a.shape[0], 1, T, T)], 1)
                scale = F.pad(scale, (0, 1))
            a = a[:, 0::2] @ a[:, 1::2]
            scale = scale[:, 0::2] + scale[:, 1::2]
            peak = a.amax((-1, -2), keepdim=True).detach().clamp(min=1e-30)
            a, scale = a / peak, scale + peak.log()[..., 0, 0]
        first = start + emissions[:, 0]
        peak = first.amax(-1, keepdim=True).detach()
        total = ((first - peak).exp()[:, None] @ a[:, 0]).squeeze(1).sum(-1)
        # a sequence may not end inside a span: the gold never does, and the rest of the mass costs little
        return (total.clamp(min=1e-30).log() + scale[:, 0] + peak[:, 0] - numerator).sum()

    def loss(self, batch, smoothing=0.05):
        emissions, p = self.words(batch)
        n = batch["words"].sum()
        crf = self.crf(emissions, batch["tags"], batch["words"]) / n
        plain = F.cross_entropy(
            emissions.flatten(0, 1), batch["tags"].flatten(), ignore_index=NO, label_smoothing=smoothing
        )
        token, span, source, word = self.links(p, batch)

        def ce(x, y):
            total = F.cross_entropy(x.flatten(0, 1), y.flatten(), ignore_index=NO, reduction="sum")
            return total / (y != NO).sum().clamp(min=1)

        # the word a cue points to for its source: the source's first word
        to = batch["cue_to"]
        firsts = torch.gather(batch["sources"][..., 0], 1, (to - 1).clamp(min=0))
        to_word = torch.where(to > 0, firsts + 1, to)
        parts = {
            "crf": crf,
            "tags": plain,
            "token": ce(token, batch["token_to"]),
            "span": ce(span, batch["content_to"]),
            "source": ce(source, to),
            "word": ce(word, to_word),
        }
        weights = {"crf": 2.0, "tags": 1.0, "token": 0.3, "span": 0.3, "source": 0.3, "word": 0.3}
        return sum(weights[k] * v for k, v in parts.items()), {k: v.item() for k, v in parts.items()}
