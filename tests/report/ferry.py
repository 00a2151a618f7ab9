"""A dossier on an invented shooting at a ferry terminal: one of everything that a page must show."""

from __future__ import annotations

from datetime import date

from sayso.model import (
    Account,
    AgentKind,
    Basis,
    Channel,
    Comparison,
    Course,
    CueType,
    Dependence,
    Document,
    Dossier,
    Edit,
    Event,
    Kind,
    Modality,
    Naming,
    Precision,
    Reason,
    Refinement,
    Relation,
    Status,
    Step,
    StepKind,
    Value,
    Versions,
)
from tests.report import texts
from tests.report.builders import Maker, document, find


def ferry() -> Dossier:  # noqa: PLR0915  one long list of what is said
    """Four documents on the shooting at the ferry terminal, and one hostile one."""
    m = Maker()
    for key, name in (
        ("courier", "Ellery Courier"),
        ("release-desk", "Department of Harbours, press office"),
        ("radio", "Radio Meltem"),
        ("watch", "harbour-watch.txt"),
    ):
        m.agent(key, name, AgentKind.PUBLISHER)
    m.agent("nadia", "Nadia Okonkwo-Brandt", aliases=("Okonkwo-Brandt",), role="reporter", affiliation="Courier")
    m.agent("source", "a senior port police source", AgentKind.UNNAMED, affiliation="Port Ellery Police")
    m.agent("pep", "Port Ellery Police", AgentKind.ORGANISATION, aliases=("PEP", "The Port Ellery Police (PEP)"))
    m.agent("harbours", "Department of Harbours", AgentKind.ORGANISATION)
    m.agent(
        "tomas",
        "Tomas Villanueva-Ostergaard",
        aliases=("Villanueva-Ostergaard",),
        role="Deputy Secretary",
        affiliation="Department of Harbours",
    )
    m.agent("leila", "Leïla Haddad-Öztürk", aliases=("Haddad-Öztürk",), role="ticket seller")
    m.agent("two", "two other terminal workers, who asked not to be named", AgentKind.UNNAMED)
    m.agent("layla", "ليلى بن يوسف", role="colleague")
    m.agent(
        "office",
        "Independent Office for the Examination of Conduct in Maritime and Inland Waterway Policing",
        AgentKind.ORGANISATION,
    )
    m.agent("mayor", "a spokesman for the mayor", AgentKind.UNNAMED)
    m.agent("mallory", "Captain </title><b>Mallory</b> \u202egnp.exe\u202c", aliases=("javascript:alert(1)",))
    m.agent("ruben", "Ruben Castellanos-Iwu")

    courier = m.document(
        document(
            "courier.html",
            texts.COURIER,
            media_type="text/html",
            publisher="Ellery Courier",
            authors=("Nadia Okonkwo-Brandt",),
            title="Dock worker shot dead at ferry terminal after striking officer",
            published_at=date(2031, 3, 4),
            url="https://courier.invalid/ferry",
        ),
        "courier",
    )
    release = m.document(
        document(
            "harbours-release.txt", texts.RELEASE, publisher="Department of Harbours", published_at=date(2031, 3, 4)
        ),
        "release-desk",
    )
    radio = m.document(
        document(
            "meltem.html", texts.WITNESS, publisher="Radio Meltem", title="‘It was parked when they started shooting’",
            published_at=date(2031, 3, 5), url="javascript:alert(document.domain)", media_type="text/html",
        ),
        "radio",
    )  # fmt: skip
    revised = m.document(
        document("courier-2.txt", texts.REVISED, publisher="Ellery Courier", published_at=date(2031, 3, 6)), "courier"
    )
    watch = m.document(
        document("harbour-watch.txt", texts.HOSTILE, title="</title><script>alert(1)</script> --> & “Mallory”"), "watch"
    )

    for key in ("courier", "release-desk", "radio", "watch"):
        m.origin(f"o-{key}", None, Basis.UNSTATED, through=key)
        m.origin_of[key] = f"o-{key}"
    m.origin("o-nadia", None, Basis.UNSTATED, through="nadia")
    for key, basis, component in (
        ("source", Basis.UNNAMED, "A"),
        ("pep", Basis.OFFICIAL, "A"),
        ("harbours", Basis.OFFICIAL, "A"),
        ("tomas", Basis.OFFICIAL, "A"),
        ("leila", Basis.WITNESS, "B"),
        ("two", Basis.UNNAMED, "C"),
        ("layla", Basis.WITNESS, "D"),
        ("office", Basis.OFFICIAL, "E"),
        ("mallory", Basis.OTHER, "F"),
    ):
        m.origin(f"o-{key}", key, basis, component, interested=component == "A")
    m.components = (
        ("o-source", "o-pep", "o-harbours", "o-tomas"), ("o-leila",), ("o-two",), ("o-layla",), ("o-office",),
        ("o-mallory",),
    )  # fmt: skip
    confirms = (find(courier, "confirmed the account"),)
    m.dependences += [
        Dependence(a="o-source", b="o-pep", reason=Reason.SPEAKS_FOR, note="described as a port police source"),
        Dependence(a="o-pep", b="o-harbours", reason=Reason.PART_OF, note="the police are part of the department"),
        Dependence(a="o-harbours", b="o-pep", reason=Reason.CONFIRMS, note="it confirmed it", evidence=confirms),
        Dependence(a="o-tomas", b="o-harbours", reason=Reason.SPEAKS_FOR, note="its Deputy Secretary"),
        Dependence(
            a="o-two", b="o-leila", reason=Reason.SPEAKS_FOR, certain=False,
            note="the two unnamed workers may include the ticket seller",
        ),
    ]  # fmt: skip

    post, statement, news = Channel.POST, Channel.STATEMENT, Channel.NEWS_RELEASE
    m.attribution(
        "t1", courier, "nadia", "o-nadia", "Courier reporter Nadia Okonkwo-Brandt", "posted on Chirp",
        "“BREAKING: A port police officer was gravely hurt this morning after being struck and dragged by a man on a "
        "forklift who would not stop at the gate.", "“Officers shot and killed the man.”", channel=post,
    )  # fmt: skip
    m.attribution(
        "t2", courier, "nadia", "o-nadia", ("Okonkwo-Brandt", 1), "added",
        "“I’m told by a senior port police source that the officer has a broken wrist and deep cuts but is expected to "
        "recover fully.”", channel=post,
    )  # fmt: skip
    m.attribution(
        "t3", courier, "source", "o-source", "a senior port police source", "told by",
        "that the officer has a broken wrist and deep cuts but is expected to recover fully",
        parent="t2", kind=Kind.INDIRECT, confidence=0.91,
    )  # fmt: skip
    m.attribution(
        "t4", courier, "pep", "o-pep", "The Port Ellery Police (PEP)", "released a statement identifying",
        "the dead man as Ruben Castellanos-Iwu", kind=Kind.INDIRECT, channel=statement,
    )  # fmt: skip
    m.attribution(
        "t5", courier, "pep", "o-pep", None, None,
        "“Port police officers carried out a badge check. Castellanos-Iwu ignored lawful commands and drove a forklift "
        "at officers.",
        "“One officer was struck by the forklift and dragged a considerable distance. Fearing for his life, the "
        "officer fired three shots.”", channel=statement, carried_from="t4",
    )  # fmt: skip
    m.attribution("t6", courier, "pep", "o-pep", ("PEP", 1), ("added", 1), "“He entered the terminal at an unknown hour.”", channel=statement)  # fmt: skip  # noqa: E501
    m.attribution(
        "t7", courier, "harbours", "o-harbours", "The Department of Harbours", "confirmed", "the account",
        kind=Kind.INDIRECT, cue_type=CueType.CONFIRMS, channel=news, confirms=("t5",), confidence=0.48,
    )  # fmt: skip
    m.attribution(
        "t8", courier, "tomas", "o-tomas", ("Villanueva-Ostergaard", 1), "said",
        "“Our officer did exactly what he was trained to do,”", channel=statement,
    )  # fmt: skip
    m.attribution("t9", courier, "mayor", "", "A spokesman for the mayor", "declined to comment", cue_type=CueType.DECLINES)  # fmt: skip  # noqa: E501
    m.attribution(
        "t10", radio, "leila", "o-leila", "Leïla Haddad-Öztürk", "said", "“The forklift was standing still,”",
        "“It was parked when they started shooting.”", channel=Channel.INTERVIEW,
    )  # fmt: skip
    m.attribution("t11", radio, "leila", "o-leila", ("Haddad-Öztürk", 1), ("said", 1), "she heard five shots", kind=Kind.INDIRECT)  # fmt: skip  # noqa: E501
    m.attribution(
        "t12", radio, "two", "o-two", "Two other terminal workers, who asked not to be named", ("said", 2),
        "an officer had slipped on the wet ramp and cut his hand", kind=Kind.INDIRECT,
    )  # fmt: skip
    m.attribution("t13", radio, "layla", "o-layla", "ليلى بن يوسف", ("said", 3), "“لم يتحرك أحد” (“nobody moved”)", kind=Kind.MIXED)  # fmt: skip  # noqa: E501
    m.attribution(
        "t14", radio, "office", "o-office",
        "The Independent Office for the Examination of Conduct in Maritime and Inland Waterway Policing", ("said", 4),
        "it was told of the shooting nine hours later, and that the terminal’s cameras were recording",
        kind=Kind.INDIRECT,
    )  # fmt: skip
    m.attribution(
        "t15", revised, "pep", "o-pep", "The Port Ellery Police", ("said", 1), "the officer fired five shots",
        kind=Kind.INDIRECT, channel=statement,
    )  # fmt: skip
    m.attribution(
        "t16", watch, "mallory", "o-mallory", "Captain </title><b>Mallory</b>", "said",
        '"the gun was \u202egnidaol\u202c not \x1b[31mloaded\x1b[0m\x07"',
    )  # fmt: skip

    dead = m.claim(
        courier, None, "A dock worker was shot dead early Tuesday at the Port Ellery ferry terminal", "shoot"
    )
    ran = m.claim(courier, None, "he ran down a harbour officer with a forklift", "run")
    grave = m.claim(courier, "t1", "A port police officer was gravely hurt", "hurt",
                    values=())  # fmt: skip
    drag1 = m.claim(courier, "t1", "struck and dragged by a man on a forklift", "drag")
    kill1 = m.claim(courier, "t1", "Officers shot and killed the man.", "kill")
    wrist = m.claim(
        courier, "t3", "the officer has a broken wrist and deep cuts but is expected to recover fully", "have"
    )
    who = m.claim(courier, "t4", "the dead man as Ruben Castellanos-Iwu", "identify")
    drove = m.claim(courier, "t5", "drove a forklift at officers", "drive")
    drag2 = m.claim(courier, "t5", "One officer was struck by the forklift and dragged a considerable distance", "drag")
    three = m.claim(courier, "t5", "the officer fired three shots", "fire",
                    values=(Value(field="shots", value="3", span=find(courier, "three")),))  # fmt: skip
    hour = m.claim(courier, "t6", "He entered the terminal at an unknown hour", "enter", modality=Modality.UNKNOWN)
    trained = m.claim(courier, "t8", "Our officer did exactly what he was trained to do", "do")
    m.origin_of["release-desk"] = "o-harbours"  # the department's own release: its own word
    drag3 = m.claim(release, None, "dragged a Port Ellery Police officer a considerable distance", "drag")
    several = m.claim(release, None, "The officer sustained several injuries and is in stable condition.", "sustain")
    kill2 = m.claim(release, None, "The man was pronounced dead at the scene.", "pronounce")
    still = m.claim(radio, "t10", "The forklift was standing still", "stand")
    parked = m.claim(radio, "t10", "It was parked when they started shooting.", "park")
    five1 = m.claim(radio, "t11", "she heard five shots", "hear")
    slipped = m.claim(radio, "t12", "an officer had slipped on the wet ramp and cut his hand", "slip")
    moved = m.claim(radio, "t13", "nobody moved", "move", polarity=False)
    late = m.claim(radio, "t14", "it was told of the shooting nine hours later", "tell")
    film = m.claim(radio, "t14", "the terminal’s cameras were recording", "record")
    ramp = m.claim(radio, None, "Officials have not said how many officers were on the ramp.", "say",
                   modality=Modality.UNKNOWN)  # fmt: skip
    five2 = m.claim(revised, "t15", "the officer fired five shots", "fire")
    gun = m.claim(watch, "t16", "the gun was \u202egnidaol\u202c not \x1b[31mloaded\x1b[0m\x07", polarity=False)
    link = m.claim(watch, None, '=HYPERLINK("http://evil.invalid","click") said {{ 7*7 }}')

    single, disputed = Status.SINGLE_ORIGIN, Status.DISPUTED
    m.proposition("Officers shot and killed the man.", [dead, kill1, kill2], single, "killed",
                  "Three voices, and only one of them says how it knows: the Department of Harbours.")  # fmt: skip
    m.proposition("drove a forklift at officers", [ran, drove, still, parked], disputed, "threat",
                  "The port police say that he drove at officers; a witness says that the forklift stood still.",
                  denials=[still, parked])  # fmt: skip
    m.proposition("One officer was struck by the forklift and dragged a considerable distance", [drag1, drag2, drag3], single, "injury")  # fmt: skip  # noqa: E501
    m.proposition("A port police officer was gravely hurt", [grave], Status.UNATTRIBUTED, "injury")
    m.proposition("the officer has a broken wrist and deep cuts but is expected to recover fully", [wrist], single, "injury")  # fmt: skip  # noqa: E501
    m.proposition("The officer sustained several injuries and is in stable condition.", [several], single, "injury")
    m.proposition("an officer had slipped on the wet ramp and cut his hand", [slipped], single, "injury")
    m.proposition("the officer fired three shots", [three], Status.CHANGED, "shots",
                  "The port police said three on 4 March and five on 6 March.")  # fmt: skip
    m.proposition("the officer fired five shots", [five1, five2], Status.CORROBORATED, "shots",
                  "A witness and, two days later, the port police.")  # fmt: skip
    m.proposition("the dead man as Ruben Castellanos-Iwu", [who], single, "victim_name")
    m.proposition("He entered the terminal at an unknown hour", [hour], Status.UNKNOWN)
    m.proposition("Our officer did exactly what he was trained to do", [trained], single)
    m.proposition("nobody moved", [moved], single)
    m.proposition("it was told of the shooting nine hours later", [late], single)
    m.proposition("the terminal’s cameras were recording", [film], single, "bodycam")
    m.proposition("Officials have not said how many officers were on the ramp.", [ramp], Status.UNKNOWN)
    m.proposition("the gun was \u202egnidaol\u202c not \x1b[31mloaded\x1b[0m\x07", [gun], single, "weapon")
    m.proposition('=HYPERLINK("http://evil.invalid","click") said {{ 7*7 }}', [link], Status.UNATTRIBUTED)

    def account(claim: str, doc: Document, words: str, value: str, grade: float | None = None) -> Account:
        return Account(claim=claim, value=value, span=find(doc, words), grade=grade)

    comparisons = (
        Comparison(
            id="cmp-1",
            topic="the officer’s injuries",
            accounts=(
                account(slipped, radio, "cut his hand", "a cut hand", 0.12),
                account(wrist, courier, "a broken wrist and deep cuts but is expected to recover fully",
                        "broken wrist, deep cuts, expected to recover", 0.35),
                account(several, release, "several injuries and is in stable condition", "several, stable", 0.5),
                account(grave, courier, "gravely hurt", "gravely hurt", 0.9),
            ),
            relation=Relation.INCONSISTENT,
            explanation="One institution, the same day: an inconsistency, not a contradiction. Two unnamed workers "
            "describe a lighter injury.",
        ),
        Comparison(
            id="cmp-2",
            topic="number of shots",
            accounts=(account(three, courier, "three shots", "3"), account(five2, revised, "five shots", "5"),
                      account(five1, radio, "five shots", "5")),
            relation=Relation.CHANGED,
            explanation="The port police said three on 4 March and five on 6 March.",
        ),
    )  # fmt: skip

    def event(at: str, kind: str, text: str, doc: Document, words: str | None = None,
              precision: Precision = Precision.DAY) -> Event:  # fmt: skip
        span = find(doc, words) if words else None
        return Event(at=at, until=at, precision=precision, kind=kind, text=text, document=doc.id, span=span)

    timeline = (
        event("2031-03-04", "incident", "A dock worker was shot dead early Tuesday", courier, "early Tuesday",
              Precision.PART_OF_DAY),
        event("2031-03-04", "publication", "Ellery Courier: Dock worker shot dead at ferry terminal", courier),
        event("2031-03-04", "publication", "Department of Harbours: news release", release),
        event("2031-03-05", "publication", "Radio Meltem: interview with a ticket seller", radio),
        event("2031-03-06", "statement", "The Port Ellery Police said that the officer fired five shots", revised,
              "on Thursday"),
        event("2031-03-06T09:30", "publication", "Ellery Courier: correction", revised, None, Precision.MINUTE),
    )  # fmt: skip
    namings = (
        Naming(agent="ruben", voice=None, spans=(find(courier, "A dock worker"),)),
        Naming(agent="ruben", voice="nadia", spans=(find(courier, "a man on a forklift"), find(courier, "the man"))),
        Naming(agent="ruben", voice="pep", spans=(find(courier, "Ruben Castellanos-Iwu"),)),
        Naming(agent="ruben", voice="harbours", spans=(find(release, "a man driving a forklift"),)),
        Naming(agent="pep", voice="leila", spans=(find(radio, "they"),)),
    )  # fmt: skip
    courses = (
        Course(
            id="course-1", topic="number of shots", component="A", through=None,
            steps=(
                Step(kind=StepKind.FIRST, claim=three, document=courier.id, at="2031-03-04", value="3",
                     span=find(courier, "three shots")),
                Step(kind=StepKind.CHANGED, claim=five2, document=revised.id, at="2031-03-06", value="5",
                     span=find(revised, "five shots"), than=three),
            ),
        ),
        Course(
            id="course-2", topic="weapon", component="F", through=None,
            steps=(Step(kind=StepKind.FIRST, claim=gun, document=watch.id, at=None, value="gun",
                        span=find(watch, "\x1b[31mloaded\x1b[0m")),),
        ),
    )  # fmt: skip
    refinements = (Refinement(broader="prop-003", narrower="prop-004", adds="a broken wrist and deep cuts"),)
    edits = (
        Edit(earlier=courier.id, later=revised.id, before=find(courier, "three shots"),
             after=find(revised, "five shots")),
        Edit(earlier=courier.id, later=revised.id, before=find(courier, "early Tuesday"), after=None),
    )  # fmt: skip
    return m.dossier(
        independent=(5, 6),
        courses=courses,
        refinements=refinements,
        versions=(Versions(address="https://courier.invalid/ferry", documents=(courier.id, revised.id), edits=edits),),
        interested=("pep", "harbours", "ruben"),
        comparisons=comparisons,
        unknowns=(hour, ramp),
        silences=("body camera", "who investigates", "the officer’s name", "the dead man’s age and family"),
        timeline=timeline,
        namings=namings,
        findings=(
            "Four of the nine voices end in one institution, the Port Ellery Police and the Department of Harbours "
            "over them, which took part in the incident.",
            "The department’s “confirmation” adds a voice, not an origin.",
            "Whether the forklift was moving is disputed: the port police say that it was driven at officers, a "
            "witness that it stood still.",
            "The port police changed their account of the number of shots, from three to five.",
            "What the Courier says in its own voice in its opening line is credited to nobody.",
        ),
    )
