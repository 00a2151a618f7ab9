"""Attributions that tell what somebody did or what is so, and not what somebody says: they lead to no origin.

"He refused to comply", "because he knew that …", "the man believed to have fired", "he called 911".
"""

from __future__ import annotations

import re

from sayso.model import Attribution, CueType

DEEDS = (
    r"comply|obey|cooperate|co-operate|surrender|submit|leave|drop|put|get|exit|come|go|stop|let|show|open|pull|give|"
    r"follow|move|back|raise|lower|step|turn|hand over|yield|fight|pay|sign|eat|take|be (?:searched|arrested|cuffed)|"
    r"pull over|lie|lay|sit|stand|release (?:the|his|her) (?:gun|knife|weapon|hostage)"
)
REFUSED = re.compile(rf"(?i)\b(?:refus\w+|declin\w+|fail\w+|did not agree|unwilling)\s+to\s+(?:{DEEDS})\b")
NOT_YET = re.compile(
    r"(?i)\b(?:ha(?:ve|s|d) not|ha(?:ve|s|d)n[’']t) (?:yet )?(?:publicly )?"
    r"(?:releas|identif|nam|disclos|provid|announc|giv)"
)
"""What a writer notes that nobody has told yet; who declines to say something says so."""
KNEW = re.compile(
    r"(?i)^(?:(?:already|also|only|never|had|has|have|did|does|do|not|n[’']t)\s)*"
    r"(?:know|knew|known|knows|realiz\w+|realis\w+)$"
)
REASON = re.compile(r"(?i)to\s(?:believe|think|suspect)")
"""What there is reason to believe, of whoever stands behind it; "it led detectives to believe" is the detectives'."""
CONVICTED = re.compile(
    r"(?i)\b(?:was|were|been|is|are|being)\s(?:\w+ly\s)?(?:convicted|sentenced|acquitted|indicted)\b"
)
"""What a jury or a court does to somebody, whoever tells of it."""
DEED = re.compile(
    r"(?i)^(?:(?:have|has|had|were|are|was|is|been|be|will|would|may|might|also|then|later|soon|still|now|actively|"
    r"currently|initially|immediately)\s)*(?:arrest\w*|apprehend\w*|detain\w*|examin\w*|celebrat\w*|mourn\w*|"
    r"confer(?:s|red|ring)?\b|track(?:s|ed|ing)?\b|look(?:s|ed|ing)?$|"
    r"(?:learn(?:s|ed|t)?|heard|found out) (?:about|of|from)|"
    r"captur\w*|search(?:ed|es|ing)?|look(?:ed|ing|s)? (?:for|into|through)|(?:try|tries|tried|trying) to|"
    r"respond(?:ed|s|ing)? to|arriv\w*|seiz\w*|collect\w*|chas(?:e|ed|es|ing)|"
    r"pursu\w*|investigat(?:e|es|ed|ing)|review(?:s|ed|ing)?|look(?:s|ed|ing)? to|hope[sd]?|hoping|"
    r"shoots?|shot|kill(?:ed|s|ing)|struck|"
    r"hold(?:s|ing)?|held)\b(?!.*\b(?:said|sa(?:y|ys|ying)|told|tell\w*|not)\b)"
)
"""Cues that are no words at all: "apprehended", "are looking for", "is investigating", "hope"."""
TRIED = re.compile(r"(?i)^(?:(?:have|has|had|was|were|been|also|then|later)\s)*(?:charged|sentenced)(?:\swith)?$")
"""What a prosecutor or a judge does: "charged the man with murder", and not "charged a man who they say fired"."""
SAYS = re.compile(r"(?i)\b(?:sa(?:y|ys|id)|alleg\w+|accus\w+)\b")
TAKEN_TO = re.compile(
    r"(?i)^(?:believed|thought|alleged|suspected|accused|said|known|reported|charged|wanted|presumed)$"
)
CALLED = re.compile(r"(?i)^(?:call(?:ed|ing|s)?|dial(?:ed|ing|s)?|phone[ds]?)$")
SOMEBODY = re.compile(r"(?i)^(?:911|9-1-1|police|the police|for help|an ambulance)\b")


def is_event(attribution: Attribution) -> bool:
    """Whether an attribution reports an act or a state of its source, and no words of theirs."""
    if not attribution.content or not attribution.cue:
        return False
    cue = " ".join(s.exact for s in attribution.cue)
    told = attribution.content[0].exact
    if attribution.cue_type is CueType.DECLINES:
        return REFUSED.search(f"{cue} {told}") is not None or NOT_YET.search(cue) is not None
    if KNEW.match(cue) or CONVICTED.search(cue):
        return True
    if REASON.fullmatch(cue) and attribution.source and attribution.source[0].start > attribution.cue[0].start:
        return True
    if attribution.cue_type in {CueType.STATES, CueType.BELIEVES} and DEED.match(cue):
        return True
    if attribution.cue_type in {CueType.STATES, CueType.ASSERTS} and TRIED.match(cue) and not SAYS.search(told):
        return True
    if TAKEN_TO.match(cue) and re.match(r"(?i)to\s", told):
        return True
    return CALLED.match(cue) is not None and SOMEBODY.match(told) is not None
