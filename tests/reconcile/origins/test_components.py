"""How many origins two claims have, told in two ways that must agree."""

from __future__ import annotations

from itertools import product

from sayso.model import Basis, Channel, Dependence, Origin, Reason, Support
from sayso.reconcile.origins.components import Web


def test_whether_two_claims_have_one_origin_is_what_counting_them_tells() -> None:
    origins = {ident: _origin(ident) for ident in "abcde"} | {"n": _origin("n", agent=None)}
    web = Web(
        origins,
        [
            _edge("a", "b"),
            _edge("b", "c", certain=False),
            _edge("d", "a", claims=("d1",)),
            _edge("e", "c", claims=("e1",), certain=False),
            _edge("e", "d", claims=("e2",)),
        ],
    )
    supports = [_support(f"{origin}{n}", origin) for origin in origins for n in (1, 2)]
    told = {(x.claim, y.claim): web.one(x, y) for x, y in product(supports, supports)}
    assert told == {(x.claim, y.claim): web.count((x, y)).independent[1] < 2 for x, y in product(supports, supports)}
    assert told["a1", "b2"]  # by an edge that holds for all claims
    assert told["d1", "a2"]  # by one that holds for this claim
    assert not told["d2", "a2"]
    assert not told["d1", "b2"]  # and for this pair of origins
    assert not told["e1", "c1"]  # by no edge that is not certain


def _origin(ident: str, agent: str | None = "") -> Origin:
    return Origin(id=ident, agent=ident if agent == "" else agent, basis=Basis.OTHER, through="x")


def _edge(a: str, b: str, claims: tuple[str, ...] = (), *, certain: bool = True) -> Dependence:
    return Dependence(a=a, b=b, reason=Reason.JUDGED, note="one", evidence=(), certain=certain, claims=claims)


def _support(claim: str, origin: str) -> Support:
    return Support(claim=claim, voice="x", chain=("x",), attributions=(), origin=origin, channel=Channel.UNSTATED)
