# ruff: noqa: E501
"""Invented stories for the pages of `layouts`. Every place, person, agency and outlet in them is made up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """What a page must give back."""

    title: str
    deck: str
    publisher: str
    site: str
    authors: tuple[str, ...]
    published: str  # ISO 8601 with an offset
    paragraphs: tuple[str, ...]
    caption: str
    quote: str
    note: str
    post: tuple[str, str, str, str]  # author, handle, date as written, text


FERRY = Story(
    title="Ferry strikes pier at Port Lorne, injuring 14 passengers",
    deck="Coast authority says a steering fault is being looked at; union points to skipped inspections",
    publisher="Lorne Bay Ledger",
    site="ledger.example",
    authors=("Mara Quill", "Theo Banerjee"),
    published="2025-03-04T18:22:00-05:00",
    paragraphs=(
        "A commuter ferry carrying 212 people hit the north pier at Port Lorne during Tuesday's evening rush, injuring "
        "14 passengers, two of them seriously, the Lorne Coast Authority said.",
        "The vessel, the Margaret Hale, was coming in at about 5:40 p.m. when it “did not answer the helm,” authority "
        "spokesman Colin Darrow said in a statement.",
        "“The captain ordered full astern and sounded the alarm,” Darrow said. “That decision very likely prevented a "
        "much worse outcome.”",
        "Passengers described being thrown against seats. “There was no warning at all,” said Imani Foss, 41, who was "
        "standing near the bow. “I heard a scrape and then I was on the floor.”",
        "But the union that represents deckhands said the ferry had missed two scheduled inspections. Its president, "
        "Walt Pruitt, said he had raised the matter in writing in January.",
        "“We told them the hydraulics were leaking,” Pruitt said. “Nobody can say they did not know.”",
        "Darrow declined to comment on the inspections, saying that maintenance records had been handed to "
        "investigators.",
        "Two passengers remained at Port Lorne General on Wednesday morning, according to the hospital. It said both "
        "were in stable condition.",
        "The National Marine Safety Panel has sent three investigators. A preliminary report is expected within 30 "
        "days.",
        "Service on the north route is suspended until further notice, and buses are running from Dunmore Landing.",
    ),
    caption="The Margaret Hale at the north pier on Tuesday night. (Priya Lund/Lorne Bay Ledger)",
    quote="The captain did everything that she was trained to do, and she did it in about nine seconds.",
    note="Correction: An earlier version of this story gave the wrong year for the ferry's last refit.",
    post=("Lorne Coast Authority", "@LorneCoast", "March 4, 2025", "The Margaret Hale made hard contact with the north pier. Emergency crews are on scene. North route suspended."),
)  # fmt: skip

JAIL = Story(
    title="Family questions account of man's death in Tolliver County jail",
    deck="",
    publisher="WTLV 7 News",
    site="wtlv7.example",
    authors=("Renata Osei",),
    published="2025-07-19T09:05:00-04:00",
    paragraphs=(
        "The family of a man who died in the Tolliver County jail says it does not believe the sheriff's account of "
        "his last hours.",
        "Desmond Achterberg, 29, was found unresponsive in his cell at 4:15 a.m. on Thursday, according to a news "
        "release from Sheriff Lyle Hammond.",
        "The release says Achterberg had “refused medical attention on three occasions” and that jailers checked on him "
        "every 30 minutes.",
        "His sister, Corinne Achterberg, said he called her on Wednesday night and told her that he could not breathe.",
        "“He said, ‘They keep telling me to wait,’” she said. “He was not refusing anything. He was asking.”",
        "Sheriff Hammond said in an interview that he could not discuss the call, but that all calls are recorded and "
        "would be given to the state police.",
        "A person familiar with the inquiry, who was not authorized to speak publicly, said the log of the half-hourly "
        "checks shows a gap of nearly three hours.",
        "The county medical examiner has not ruled on a cause of death. Toxicology results may take eight weeks, "
        "spokeswoman Bridget Yarrow said.",
        "It is not known why Achterberg was in a single cell. He had been arrested on Monday on a warrant for unpaid "
        "fines.",
        "At least four people have died in the jail since 2022, according to county records.",
    ),
    caption="The Tolliver County jail in a photo from 2023. (WTLV)",
    quote="He was not refusing anything. He was asking.",
    note="Editor's note: This story has been updated with a statement from the county.",
    post=("Tolliver Co. Sheriff", "@TolliverSheriff", "July 17, 2025", "We are saddened by the death of an inmate this morning. The State Police will investigate, as is our policy."),
)  # fmt: skip

PLANT = Story(
    title="Chlorine leak at Vance Mill sends dozens to hospital; cause disputed",
    deck="State agency and company differ over how long the release lasted",
    publisher="Great Basin Wire",
    site="gbwire.example",
    authors=("Oskar Lindqvist",),
    published="2024-11-02T13:47:00-07:00",
    paragraphs=(
        "VANCE MILL — A cloud of chlorine that drifted from a paper plant early Saturday sent 43 people to hospital and "
        "kept a town of 6,000 indoors for most of the morning, officials said.",
        "Calder Paper said the release lasted “less than ten minutes” and was caused by a valve that failed during a "
        "delivery. The state Department of Environmental Safety said its monitors recorded it for 52 minutes.",
        "“We stand by our instruments,” the department's regional director, Noor Haddad, told reporters at a news "
        "conference.",
        "A company spokeswoman, Jill Strand, said the monitors “cannot tell one source from another.” She added that "
        "the plant has had no reportable release since 2016.",
        "Department records show two since then, in 2018 and 2021. Asked about them, Strand said she would have to "
        "check.",
        "Fire Chief Ansel Broome said the first call came at 5:12 a.m. from the driver of the delivery truck, who told "
        "the dispatcher that “the whole dock is green.”",
        "By 6 a.m. the county had asked everyone within three miles to shut windows and stay inside. The order was "
        "lifted at 10:30 a.m.",
        "Mercy Regional Hospital treated 43 people, most for irritated eyes and lungs, said Dr. Petra Illich, who runs "
        "its emergency room. Five were kept overnight.",
        "None of the plant's 110 workers was seriously hurt, according to the company. Their union said it had heard of "
        "at least two who were.",
        "State inspectors ordered the dock closed until the valve has been examined by an outside laboratory.",
    ),
    caption="Crews in protective suits at the Calder Paper dock on Saturday. (Great Basin Wire/Ivo Reyes)",
    quote="The whole dock is green, and I can't see the other end of it any more.",
    note="Clarification: The story has been changed to make clear that the order covered three miles.",
    post=("Vance Mill Fire", "@VanceMillFire", "November 2, 2024", "Shelter in place within 3 miles of Calder Paper. Close windows and vents. Do not call 911 for information."),
)  # fmt: skip

STORIES = (FERRY, JAIL, PLANT)
