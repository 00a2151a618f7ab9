"""Words that introduce what somebody says, thinks or wants, by what they do (`CueType`) and how they build sentences.

The lists follow the reporting verbs of Quirk et al. (1985, §14.28-14.35 and §16.30) and PARC3's classes of attribution
(assertion, belief, fact, eventuality), cut to news English.
"""

from __future__ import annotations

from sayso.model import CueType


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BY_TYPE: dict[CueType, str] = {
    CueType.STATES: """
        say tell add write report note explain announce state tweet post read recall continue reply
        respond answer describe declare mention remark observe comment recount relate testify point
        reveal disclose show indicate suggest find conclude estimate cite quote identify inform
        elaborate assure remind email text message retweet repeat reiterate speak talk discuss address brief clarify
        detail list advise recite narrate chime interject joke quip caution warn summarize summarise
        stress emphasize emphasise highlight underscore release publish issue name refer learn notify
        predict project forecast call term label dub characterize characterise portray depict liken
        compare praise hail thank congratulate salute applaud shout yell scream cry whisper murmur
        mutter chant blog opine muse intone begin go finish offer rule determine certify document record
        log note wonder
    """,
    CueType.ASSERTS: """
        insist argue maintain assert contend claim reaffirm defend stand vow swear affirm boast brag
        tout criticize criticise condemn blast slam denounce decry attack mock ridicule rip lambaste
        deride rail lament complain protest object oppose counter
        question challenge blame accuse charge chide scold rebuke fault assail excoriate counterpunch
        retort fire shoot
    """,
    CueType.CONFIRMS: "confirm verify corroborate echo agree acknowledge second attest vouch",
    CueType.DENIES: "deny disavow repudiate contradict reject dismiss dispute rebut refute",
    CueType.CONCEDES: "admit concede confess allow acknowledge grant",
    CueType.DECLINES: "decline refuse",
    CueType.ALLEGES: "allege suspect purport imply insinuate",
    CueType.ASKS: "ask inquire query",
    CueType.DIRECTS: """
        urge order demand request call plead beg appeal recommend advise encourage instruct direct
        invite implore propose promise pledge commit threaten offer seek plan intend decide
    """,
    CueType.BELIEVES: """
        believe think hope fear expect know feel want wish suspect doubt assume consider view see regard
        understand realize realise prefer worry imagine figure guess reckon anticipate support endorse
        favor favour back dislike like love hate desire aim consider remember forget trust
    """,
}

VERBS: dict[str, CueType] = {}
for _kind, _words in _BY_TYPE.items():
    for _word in _words.split():
        VERBS.setdefault(_word, _kind)

# May stand beside a quotation as its reporting verb.
SPEECH = _set(
    """
    say tell add write report note explain announce state tweet post read recall continue reply respond answer
    declare remark observe comment recount testify reveal disclose suggest conclude insist argue maintain
    assert contend claim vow swear affirm boast brag lament complain protest object counter retort confirm
    echo agree acknowledge deny admit concede allege ask inquire warn caution urge joke quip stress emphasize
    emphasise muse wonder shout yell scream cry whisper mutter chant go repeat reiterate interject opine
    predict tell describe call offer promise pledge explain think plead charge demand
    advise speak elaborate summarize summarise intone blog email text indicate mock praise believe
    clarify quote message retweet post chime recite demur deadpan
    """
)

# Take a clause ("said that …", "fears …", "found …").
CLAUSE = frozenset(VERBS) - _set(
    """
    go begin finish fire shoot rail stand second like love hate call name list log rip attack thank
    congratulate salute publish issue release address brief speak talk seek back second vouch counterpunch
    text message email blog offer compare liken dub term label post chime direct
    """
)

# Take a noun phrase as what is said or held ("denied the allegations", "described the man as …").
OBJECT = _set(
    """
    describe announce confirm deny criticize criticise condemn blast slam denounce decry mock ridicule
    lambaste deride defend oppose support endorse favor favour reject dismiss dispute rebut refute
    question challenge discuss mention cite reveal disclose report acknowledge admit detail recount recall
    call identify name label dub term characterize characterise portray depict praise hail tout applaud blame
    accuse propose recommend predict estimate fear hope want prefer consider view see regard promise
    pledge demand request urge explain reiterate repeat stress emphasize emphasise highlight allege claim
    lament express echo quote suggest compare liken corroborate verify disavow repudiate contradict assail
    rebuke expect doubt believe show find indicate clarify back thank warn address note tweet raise voice
    """
)

# Take an infinitive ("promised to", "wants him to").
INFINITIVE = _set(
    """
    want plan promise pledge vow hope expect threaten offer refuse decline urge ask order tell encourage
    advise instruct direct demand seek claim intend wish decide request invite prefer beg implore propose
    agree recommend say report allege believe think know aim swear consider find show
    """
)

# Take a preposition, and what follows it is the content.
PREPOSITION: dict[str, frozenset[str]] = {
    "call": frozenset({"for", "on", "upon"}),
    "talk": frozenset({"about", "of"}),
    "speak": frozenset({"about", "of", "out"}),
    "refer": frozenset({"to"}),
    "point": frozenset({"to"}),
    "complain": frozenset({"about", "of"}),
    "warn": frozenset({"of", "about", "against"}),
    "ask": frozenset({"for", "about"}),
    "worry": frozenset({"about"}),
    "think": frozenset({"about", "of"}),
    "hint": frozenset({"at"}),
    "allude": frozenset({"to"}),
    "comment": frozenset({"on", "about"}),
    "elaborate": frozenset({"on"}),
    "object": frozenset({"to"}),
    "appeal": frozenset({"for"}),
    "plead": frozenset({"for"}),
    "boast": frozenset({"about", "of"}),
    "brag": frozenset({"about"}),
    "joke": frozenset({"about"}),
    "respond": frozenset({"to"}),
    "know": frozenset({"about", "of"}),
    "hope": frozenset({"for"}),
    "push": frozenset({"for"}),
    "argue": frozenset({"for", "against"}),
    "rail": frozenset({"against", "at"}),
    "lash": frozenset({"at"}),
    "advocate": frozenset({"for"}),
    "agree": frozenset({"with", "on"}),
    "testify": frozenset({"about"}),
    "learn": frozenset({"about", "of"}),
    "focus": frozenset({"on"}),
}

# Passives and raising verbs that credit nobody ("is alleged to", "was reported to be").
PASSIVE = _set(
    """
    allege believe say report think expect suspect accuse know understand consider see view describe rumor
    rumour portray regard charge presume estimate
    """
)

# Nouns that carry a clause ("the claim that …", "allegations of …").
NOUNS = _set(
    """
    claim allegation accusation assertion statement report suggestion argument belief fear hope view
    contention announcement confirmation denial admission acknowledgment acknowledgement warning prediction
    complaint insistence rumor rumour notion idea suspicion conclusion finding promise pledge vow testimony
    assurance declaration revelation concern expectation demand
    """
)

# Nouns for a text or an occasion in which somebody speaks, by the channel that they make.
STATEMENT_VERBS = _set(
    """
    release issue post give read send publish make offer share write hold put deliver provide tweet distribute
    record file email circulate upload
    """
)

# What one refuses or declines when words are withheld.
SPEAK = _set(
    """
    comment say answer discuss confirm identify name elaborate respond release provide disclose reveal explain specify
    talk speak tell describe give address deny detail testify
    """
)

# Make an attribution inside another's content: telling, not opining.
TELLING = _set(
    """
    say tell add write report announce state testify claim allege confirm deny insist according learn hear inform advise
    notify assure remind admit confess concede acknowledge recall relate believe suspect statement allegation accusation
    assertion post tweet
    """
)

# What bodies do to bodies. The model, which learned from politics, takes "ignored commands" for words.
ACTS = _set(
    """
    ignore strike hit punch kick push shove grab pull produce drop swing throw lunge flee run chase pursue
    handcuff tackle restrain arrest stab wound kill injure brandish drag ram swerve surrender convict sentence acquit
    arraign
    """
)

FIRST_PERSON = frozenset({"i", "we", "me", "us", "myself", "ourselves"})
VAGUE = frozenset({"you", "it", "one", "this", "that", "there", "what", "which"})
