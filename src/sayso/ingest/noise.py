"""Lines that are the furniture of a page and no news: share and sign-up lines, teasers, rights, contact lines.

Every pattern is of a whole line, and conservative: a line of prose must never pass for furniture.
"""

from __future__ import annotations

import re

_LONGEST = 400  # characters; a longer line is prose, whatever it begins with
_NOISE = re.compile(
    r"""^\W*(?:
      advertisements?|sponsored(\s+content)?|story\s+continues\s+below.{0,40}|article\s+continues\s+(?:after|below).{0,40}
    | (?:click|tap)\s+here\s+(?:to|for)\b.{0,140}
    | (?:sign|signing)\s+up\s+(?:for|to|now|here|today)\b.{0,160}|subscribe\s+(?:to|now|today|for|here)\b.{0,160}
    | [^.]{0,120}\b(?:in|to|into)\s+your\s+inbox\b.{0,120}
    | .{0,160}\bsign\s+up\s+(?:for|to)\s+(?:our|the|one\s+of\s+our)\b.{0,60}\b
      (?:newsletters?|alerts?|updates|briefing)\b.{0,60}
    | get\s+(?:the\s+)?(?:latest|breaking|top|more)\s+(?:news|headlines|stories|updates)\b.{0,160}
    | (?:download|get)\s+(?:the|our)\s+(?:free\s+)?.{0,40}\bapp\b.{0,120}
    | (?:follow|like)\s+us\s+on\b.{0,160}|follow\s+(?:him|her|them|@\w+|[\w'’.\s-]{2,40})\s+on\s+
      (?:x|twitter|facebook|instagram|threads|bluesky|social)\b.{0,120}
    | share\s+(?:this|on|via|with)\b.{0,80}|e-?mail\s+(?:this|article)\b.{0,60}
    | print(?:\s+this)?(?:\s+(?:article|story|page))?
    | (?:(?:facebook|twitter|x|instagram|linkedin|pinterest|reddit|whatsapp|e-?mail|print|copy\s+link|save|share|tweet)
      (?:[\s|,/·•]+|$))+
    | (?:related|more(?=\s*:)|read\s+more|see\s+also|also\s+read|read\s+next
      |more\s+on\s+this|recommended|watch|most\s+read
      |trending|up\s+next)
      (?:\s+(?:stories|articles|coverage|content|news|videos?|topics?))?\s*(?:[:>»].{0,200})?
    | (?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:the\s+)?\d{4}\b.{0,300}|(?:all\s+rights\s+reserved)\b.{0,200}
    | (?:copyright|©)\s.{0,120}all\s+rights\s+reserved.{0,200}
    | this\s+material\s+may\s+not\s+be\s+(?:published|reproduced).{0,200}
    | (?:we\s+use|this\s+(?:web)?site\s+uses)\s+cookies\b.{0,300}
    | by\s+(?:continuing|clicking)\b.{0,80}\b(?:you\s+agree|cookies|terms).{0,200}
    | (?:terms\s+of\s+(?:use|service)|privacy\s+policy|cookie\s+(?:policy|settings)|
      do\s+not\s+sell\s+my\s+(?:personal\s+)?information)
      (?:[\s|·•,]+.{0,80})?
    | (?:log|sign)\s+in(?:\s+to\s+.{0,60})?|create\s+(?:a\s+free\s+|an\s+)?account\b.{0,60}
    | (?:leave|post|add|view|read|show|hide)\s+(?:a\s+|all\s+|\d+\s+)?comments?\b.{0,60}
    | \d+\s+comments?|comments?\s*\(\d+\)|comments?
    | (?:skip\s+to|jump\s+to)\s+(?:main\s+)?(?:content|navigation).{0,20}
    | back\s+to\s+top|load\s+more|show\s+more|view\s+(?:all|more)\b.{0,40}
    | view\s+this\s+post\s+on\s+instagram|loading\W*|close|menu|search|play(?:\s+video)?|\d+\s+of\s+\d+
    | \d+\s+min(?:ute)?s?\s+read|please\s+enable\s+java\s?script\b.{0,120}
    | (?:your\s+)?browser\s+does\s+not\s+support\b.{0,80}
    | read\s+or\s+share\s+this\s+story\b.{0,160}
    | stay\s+(?:up[\s-]to[\s-]date|updated|connected|informed)\b.{0,30}
      \b(?:follow|like|with\s+our|download|on\s+the\s+go)\b.{0,100}
    | follow\s+[\w.'’ ]{2,40}:\s*(?:facebook|twitter|instagram)\b.{0,80}
    | (?:join\s+the\s+conversation|keep\s+up\s+with|connect\s+with|like\s+us|find\s+us)\b.{0,80}
      \b(?:facebook|twitter|instagram|social\s+media)\b.{0,60}
    | text\s+["“']?\w+["”']?\s+to\s+\d{4,6}\b.{0,160}
    | (?:contact|reach|e-?mail)\s+[\w .,'’-]{3,80}(?:\sat|:)\s+\(?[\w.+@()-]*(?:@|\d{3}).{0,200}
    | (?:call|reach)\s+[\w.'’ -]{2,40}\breporter\b.{0,200}
    | (?:twitter|facebook|instagram|e-?mail)\s*:?\s+@?[\w.@-]+
    | [^“”"]{3,160}\bcontributed\s+(?:reporting\s+)?to\s+this\s+(?:report|story|article)\b.{0,220}
    | (?:advertisement\s+)?related\s+(?:coverage|headlines|content|stories|articles|links?)\b.{0,200}
    | (?:raw\s+|full\s+|live\s+)?(?:photos?|images?|videos?|gallery|slide\s?show|pictures|watch|listen)\s*:\s.{0,160}
    | slide\s?show|watch\s+(?:this\s+story|live)\b.{0,60}
    | watch\s+(?:the\s+)?[\w\s]{0,30}\bvideo\s+(?:above|below)\b.{0,40}
    | .{0,140}\bdownload\s+(?:our|the)\b.{0,40}\bapps?\b.{0,120}
    | [\w .'’-]{2,40}\bapp\b.{0,20}\binstall\b.{0,80}|free\s+apps\b.{0,60}
    | e-?mail\s+notifications\s+are\b.{0,140}|we\s+have\s+sent\s+you\s+a\s+verification\s+e-?mail\b.{0,160}
    | you\s+need\s+the\s+latest\s+version\s+of\b.{0,160}
    | want\s+to\s+talk\s+about\s+the\s+news\b.{0,200}
    | copyright\s+[\w .,'’/&-]{3,60}
    | [^“”"]{0,200}\ball\s+rights\s+reserved\b.{0,200}
    | \d{1,2}:\d{2}\s+(?!(?:[ap]\.?m\b|hours?\b))["'‘“]?[A-Z][^.]{8,140}
    | (?-i:\+\s?[A-Z][^.]{10,140})
    | [\w ]{3,40}\b(?:watch|warning|advisory|statement)\s+issued\b.{0,80}\bexpir(?:ing|es)\b.*
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}
    | also|photos?|previous\s+stories|original\s+story|skip\s+ad|article\s+map|stories\s+of\s+the\s+day|excluding\s+the
    | more\s+(?:content|stories|news|coverage)\s+(?:from|on|about)\b.{0,60}:?
    | watch\s+(?:the\s+story|[\w .'’-]{2,40}\bon\s+demand\b.{0,80})
    | stay\s+(?:with|tuned)\b.{0,60}\b(?:for|as)\b.{0,80}
    | [\w .'’-]{2,40}\bwill\s+have\s+more\s+(?:information|details|on\s+this)\b.{0,60}
    | (?:\d{1,2}/\d{1,2}/\d{2,4}\s+)?related\s+stor(?:y|ies)\s*:.{0,160}
    | information\s+from\s*:.{0,120}|attached\s+media\s+files?\s*:.{0,160}
    | (?:the\s+)?associated\s+press\s+contributed
    | show\s+caption|hide\s+caption|view\s+full\s+caption|image\s+\d+\s+of\b.{0,60}|[a-z](?:\s[a-z]){1,3}
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_noise(line: str) -> bool:
    """Whether a line is the furniture of a page (share links, sign-ups, rights), not news."""
    return len(line) <= _LONGEST and (bool(_NOISE.match(line)) or not any(map(str.isalnum, line)))
