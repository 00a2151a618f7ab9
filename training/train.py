"""Train the tagger. Resumable; the learning rate falls to 0 by the end of the epochs or of the minutes given.

Each worker is one process of one thread with batches of its own; gradients are averaged through shared memory once a
step. On a machine shared with others that wastes much less than threads that wait for each other at every operator.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from data import batches, collate, document, rows, tokenizer, training_items
from model import Tagger


def groups(model, lr, head_lr, decay):
    """Parameters with layer-wise learning rates: the lower the layer, the slower."""
    n = len(model.bert.encoder.layer)
    out = {}
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        if name.startswith("bert.encoder.layer."):
            rate = lr * decay ** (n - 1 - int(name.split(".")[3]))
        elif name.startswith("bert."):
            rate = lr * decay**n
        elif name in ("transitions", "start"):
            rate = head_lr * 3
        else:
            rate = head_lr
        wd = 0.01 if p.ndim > 1 and "transitions" not in name else 0.0
        out.setdefault((rate, wd), []).append(p)
    return [{"params": ps, "lr": rate, "peak": rate, "weight_decay": wd} for (rate, wd), ps in out.items()]


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--train", required=True, help="rows, .jsonl.gz")
    a.add_argument("--encoder", required=True, help="folder with config.json, model.safetensors, tokenizer.json")
    a.add_argument("--out", required=True, help="folder for checkpoints and the log")
    a.add_argument("--layers", default="", help="encoder layers to keep, as 0,2,4 (all)")
    a.add_argument("--init", default="", help="checkpoint to start from (weights only)")
    a.add_argument("--epochs", type=float, default=4)
    a.add_argument("--minutes", type=float, default=1e9)
    a.add_argument("--lr", type=float, default=3e-4)
    a.add_argument("--head-lr", type=float, default=1e-3)
    a.add_argument("--decay", type=float, default=0.9)
    a.add_argument("--budget", type=int, default=1024, help="word pieces a batch of one worker")
    a.add_argument("--ema", type=float, default=0.997)
    a.add_argument("--workers", type=int, default=2)
    a.add_argument("--save-minutes", type=float, default=8)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--limit", type=int, default=0, help="documents (0: all), for trying")
    o = a.parse_args()
    context = torch.multiprocessing.get_context("spawn")
    barrier = context.Barrier(o.workers)
    size = sum(p.numel() for p in Tagger(o.encoder, kept(o)).parameters())
    shared = torch.zeros(2, o.workers, size + 1).share_memory_()
    torch.multiprocessing.spawn(work, (o, barrier, shared), nprocs=o.workers)


def kept(o):
    return [int(x) for x in o.layers.split(",")] if o.layers else None


def average(parameters, shared, rank, barrier, progress):
    """Average the gradients over the workers, in place; returns the first worker's progress."""
    shared[rank, -1] = progress
    at = 0
    for p in parameters:
        n = p.numel()
        shared[rank, at : at + n] = 0 if p.grad is None else p.grad.view(-1)
        at += n
    barrier.wait()
    mean = shared.mean(0)
    at = 0
    for p in parameters:
        p.grad = mean[at : at + p.numel()].view_as(p)
        at += p.numel()
    return float(shared[0, -1])


def work(rank, o, barrier, shared):
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    out = Path(o.out)
    out.mkdir(parents=True, exist_ok=True)
    tok = tokenizer(o.encoder)
    docs = [document(r, tok) for r in rows(o.train)]
    docs = docs[: o.limit] if o.limit else docs
    model = Tagger(o.encoder, kept(o))
    if o.init:
        model.load_state_dict(torch.load(o.init, weights_only=True)["ema"])
    optimiser = torch.optim.AdamW(groups(model, o.lr, o.head_lr, o.decay), betas=(0.9, 0.98), eps=1e-6)
    ema = {k: v.detach().clone() for k, v in model.state_dict().items()}
    pieces = sum(len(d.words.pieces) for d in docs)
    total = max(1, int(o.epochs * pieces * 1.12 / o.budget / o.workers))
    step, spent, epoch0, share = 0, 0.0, 0, 0.0
    last = out / "last.pt"
    if last.exists():
        c = torch.load(last, weights_only=True)
        model.load_state_dict(c["model"])
        optimiser.load_state_dict(c["optimiser"])
        ema, step, spent, epoch0, share = c["ema"], c["step"], c["spent"], c["epoch"], c["share"]
    log = (out / "log.jsonl").open("a") if rank == 0 else open("/dev/null", "w")  # noqa: SIM115
    log.write(json.dumps({"options": vars(o), "documents": len(docs), "pieces": pieces, "planned steps": total}) + "\n")
    began, saved, sums, seen = time.time() - spent, time.time(), {}, 0

    def save(name, epoch, share):
        if rank:
            return
        torch.save(
            {
                "model": model.state_dict(),
                "ema": ema,
                "optimiser": optimiser.state_dict(),
                "step": step,
                "spent": time.time() - began,
                "epoch": epoch,
                "share": share,
                "layers": model.layers,
            },
            out / "tmp.pt",
        )
        (out / "tmp.pt").rename(out / name)

    model.train()
    torch.manual_seed(o.seed + 1000 * rank + step)
    parameters = [p for p in model.parameters() if p.requires_grad]
    progress, epoch, n = spent / 60 / o.minutes, epoch0, 0
    while progress < 1:
        rng = random.Random(f"{o.seed} {epoch}")
        plan = batches(training_items(docs, rng), o.budget, rng)
        plan = plan[rank : len(plan) - len(plan) % o.workers : o.workers]
        for n, batch in enumerate(plan, 1):
            if epoch == epoch0 and n <= share * len(plan):
                continue
            if progress >= 1:
                break
            factor = min(1.0, (step + 1) / 100) * (1 - progress)
            for g in optimiser.param_groups:
                g["lr"] = g["peak"] * factor
            loss, parts = model.loss(collate(batch))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            now = max((step + 1) / total, (time.time() - began) / 60 / o.minutes)
            progress = average(parameters, shared[step % 2], rank, barrier, now)
            norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            d = min(o.ema, (1 + step) / (10 + step))
            with torch.no_grad():
                state = model.state_dict()
                torch._foreach_lerp_([ema[k] for k in state], list(state.values()), 1 - d)
            for k, v in {**parts, "loss": loss.item(), "norm": norm.item()}.items():
                sums[k] = sums.get(k, 0.0) + v
            seen += 1
            if step % 20 == 0 or step == 5:
                line = {k: round(v / seen, 4) for k, v in sums.items()}
                log.write(
                    json.dumps(
                        {
                            "step": step,
                            "of": total,
                            "epoch": epoch,
                            "batch": f"{n}/{len(plan)}",
                            "minutes": round((time.time() - began) / 60, 1),
                            "factor": round(factor, 3),
                            **line,
                        }
                    )
                    + "\n"
                )
                log.flush()
                sums, seen = {}, 0
                if not math.isfinite(line["loss"]):
                    raise SystemExit("the loss is not finite")
            if time.time() - saved > 60 * o.save_minutes:
                save("last.pt", epoch, n / len(plan))
                saved = time.time()
        else:
            epoch, n = epoch + 1, 0
            save("last.pt", epoch, 0)
            saved = time.time()
    save("last.pt", epoch, n / len(plan))
    if rank == 0:
        torch.save({"ema": ema, "layers": model.layers}, out / "final.pt")
    log.write(json.dumps({"done": step, "minutes": round((time.time() - began) / 60, 1)}) + "\n")


if __name__ == "__main__":
    main()
