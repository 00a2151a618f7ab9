"""Nouns for people and bodies that speak or take part, and the titles that stand before names."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set(
    """
    mr mrs ms miss dr prof professor rev reverend fr father sister rabbi imam pastor sen senator rep
    representative congressman congresswoman gov governor lt lieutenant col colonel gen general capt captain
    maj major sgt sergeant cpl corporal pvt cmdr commander adm admiral det detective insp inspector officer
    deputy sheriff undersheriff chief marshal constable trooper agent ranger warden judge justice magistrate
    president vice-president secretary minister premier chancellor mayor councilman councilwoman councilmember
    councillor commissioner superintendent director administrator attorney prosecutor solicitor coroner
    examiner chairman chairwoman chairperson chair speaker spokesman spokeswoman spokesperson ambassador
    treasurer assistant deputy acting interim former special senior state district county city us u.s
    secretary-general principal coach king queen prince princess pope cardinal bishop archbishop sir lady lord
    dame
    """
)

MALE = _set(
    """
    mr he him his himself man men boy father dad son brother husband uncle nephew grandfather grandson stepfather
    stepson boyfriend fiance widower king spokesman chairman gentleman
    """
)
FEMALE = _set(
    """
    mrs ms miss she her hers herself woman women girl mother mom daughter sister wife aunt niece grandmother
    granddaughter stepmother stepdaughter girlfriend fiancee widow queen spokeswoman lady
    """
)

# A body that speaks as one; singular or plural, they name no single person.
BODIES = _set(
    """
    police department agency office bureau administration authority authorities government ministry company
    corporation firm hospital university college school district council commission committee court union
    association coalition group organization organisation foundation institute campaign team party force unit
    division service network newspaper station outlet magazine website airline railroad utility manufacturer
    nonprofit charity church company laboratory board senate house congress parliament city county state town
    village
    """
)

COLLECTIVES = _set(
    """
    officials authorities investigators detectives prosecutors witnesses neighbors neighbours relatives family
    families friends colleagues residents bystanders deputies officers troopers agents firefighters paramedics
    medics doctors lawyers attorneys experts sources aides advocates activists protesters protestors
    demonstrators supporters opponents critics analysts reporters journalists researchers scientists
    economists lawmakers legislators leaders members employees workers staffers passengers survivors victims
    students teachers parents people men women voters republicans democrats spokespeople representatives
    organizers organisers crews responders rescuers
    """
)

# A single person, by what they are. Plurals of these are groups.
PERSONS = _set(
    """
    man woman boy girl teen teenager child baby infant toddler person adult youth male female gentleman lady
    guy suspect victim driver passenger pedestrian cyclist motorcyclist bicyclist motorist gunman shooter
    assailant attacker robber burglar intruder defendant detainee inmate prisoner fugitive subject target
    individual alien immigrant migrant citizen resident neighbor neighbour bystander onlooker witness caller
    customer clerk cashier owner tenant landlord worker employee employer manager supervisor boss student
    pupil teacher professor coach principal nurse doctor physician surgeon paramedic medic firefighter officer
    deputy trooper agent detective sergeant lieutenant captain chief sheriff marshal guard ranger soldier
    sailor marine veteran pilot conductor engineer operator trucker lawyer attorney prosecutor judge juror
    magistrate coroner examiner pathologist investigator inspector official spokesman spokeswoman spokesperson
    representative aide adviser advisor assistant secretary director commissioner administrator minister
    president governor mayor senator congressman congresswoman lawmaker legislator councilman councilwoman
    candidate reporter journalist correspondent editor columnist anchor photographer blogger author writer
    activist advocate organizer organiser protester protestor demonstrator leader member expert analyst
    researcher scientist economist historian source insider whistleblower informant colleague coworker friend
    roommate boyfriend girlfriend husband wife spouse partner fiance fiancee father mother dad mom parent son
    daughter brother sister sibling grandfather grandmother grandson granddaughter uncle aunt cousin nephew
    niece relative widow widower survivor hostage kidnapper thief dealer homeowner shopper vendor guest
    visitor tourist traveler traveller player athlete actor actress singer musician artist executive founder
    chairman chairwoman chair ceo cofounder consultant contractor bartender waiter waitress chef cook farmer
    fisherman fighter terrorist extremist militant dispatcher operator responder counselor therapist
    psychologist psychiatrist pastor priest minister rabbi imam bishop nun activist translator interpreter
    babysitter caregiver
    """
)

# Texts and pictures that stand as sources.
RECORDS = _set(
    """
    statement release post tweet message letter email e-mail memo memorandum note report reports record
    records document documents affidavit complaint complaints lawsuit suit filing filings indictment warrant
    papers testimony transcript autopsy video footage recording audio image images photo photograph photos
    study survey poll polls data statistics figures analysis review audit investigation inquiry article story
    book memoir log logs call calls database website
    """
)

REPORTERS = _set(
    """
    reporter journalist correspondent editor columnist anchor photographer blogger host
    """
)
OUTLET_WORDS = _set(
    """
    news times post journal herald tribune gazette star sun press chronicle examiner inquirer observer
    register dispatch record reporter courier daily weekly magazine review today globe mail guardian telegraph
    independent radio tv television broadcasting network media cnn nbc abc cbs fox npr pbs bbc msnbc ap
    reuters afp upi bloomberg politico axios
    """
)
