"""A small register told from texts: what its quotes say is what it holds."""

from memoranda.register.domain.claims import Evidence, assert_claim, judge_claim
from memoranda.register.domain.documents import keep_document
from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.projections import rebuild
from memoranda.register.domain.subjects import open_subject
from memoranda.register.enums import ClaimStatus, Sameness, SubjectType

ARTICLE = """Two museums sign a memorandum

By Leyla Farzali

The National Museum of Norland and the Southland State Gallery signed a memorandum of understanding in Port Amber on 14 September 2021. It was signed by Ada Nord, director of the museum, and Émil Süd of the gallery.

Under the memorandum the gallery will lend forty drawings by the end of 2022. An exhibition, Drawn Across the Sea, opens in Port Amber in May 2022 with both institutions as organisers.

Trade between Norland and Southland reached 2.6 billion dollars in 2020.
"""
SECOND = """Gallery and museum confirm their ties

The memorandum between the National Museum of Norland and the Southland Gallery was signed on 15 September 2021, the gallery said.
"""


class Teller:
    """Writes claims about subjects from the words of one document."""

    def __init__(self, text, *, source, certainty=0.95, **described):
        described = {
            "media_type": "text/plain",
            "origin": [],
            "language": "en",
            "genre": "press",
            "title": text.splitlines()[0],
            "byline": "",
            "publisher": "Amber Courier",
            "published": "2021-09-16",
        } | described
        self.document, _ = keep_document(
            text.encode(), source=source, text=text, **described
        )
        self.certainty = certainty

    def open(self, type_, name):
        return open_subject(
            SubjectType(type_), seed=f"{self.document.content_hash}:{type_}:{name}"
        )

    def say(self, subject, name, quote, value=None, *, target=None, **more):
        """Claim it and accept it; without a value the quote is the value."""
        start = self.document.text.index(quote)
        evidence = Evidence(self.document, start, start + len(quote), quote)
        if value is None and (target is None or name in ("capacity", "signed_for")):
            value = quote
        accept = more.pop("accept", True)
        claim = assert_claim(
            subject,
            name,
            value=value,
            target=target,
            evidence=evidence,
            engine="story",
            certainty=more.pop("certainty", self.certainty),
            **more,
        )
        if accept:
            judge_claim(claim, ClaimStatus.ACCEPTED, policy="story")
        return claim

    def actor(self, name, kind, country=None):
        actor = self.open("actor", name)
        self.say(actor, "name", name)
        self.say(actor, "kind", name, kind)
        if country:
            self.say(actor, "country", name, country)
        return actor


def tell():
    """Fill the store: two articles, one memorandum with two sources, and the rest."""
    one = Teller(ARTICLE, source="cuttings/museums.txt")
    told = {"article": one.document} | tell_actors(one)
    told["paper"] = tell_memorandum(one, told)
    told["promise"] = tell_promise(one, told)
    told["show"] = tell_exhibition(one, told)
    told["trade"] = tell_trade(one, told)
    told["again"] = tell_again(told)
    rebuild()
    return told


def tell_actors(one):
    return {
        "museum": one.actor("National Museum of Norland", "organisation", "NOR"),
        "gallery": one.actor("Southland State Gallery", "organisation", "SWE"),
        "ada": one.actor("Ada Nord", "person"),
        "emil": one.actor("Émil Süd", "person"),
        "norland": one.actor("Norland", "state", "NOR"),
        "southland": one.actor("Southland", "state", "SWE"),
    }


def tell_memorandum(one, told):
    paper = one.open("instrument", "memorandum")
    one.say(paper, "kind", "memorandum of understanding", "memorandum")
    one.say(paper, "status", "signed", "signed")
    one.say(paper, "party", "National Museum of Norland", target=told["museum"])
    one.say(paper, "party", "Southland State Gallery", target=told["gallery"])
    one.say(paper, "signatory", "Ada Nord", target=told["ada"])
    one.say(paper, "signatory", "Émil Süd", target=told["emil"])
    one.say(paper, "capacity", "director of the museum", target=told["ada"])
    one.say(paper, "signed", "14 September 2021", "2021-09-14")
    one.say(paper, "place", "Port Amber")
    one.say(paper, "field", "exhibition", "exhibitions", certainty=0.6)
    return paper


def tell_promise(one, told):
    promise = one.open("commitment", "loan")
    one.say(promise, "what", "the gallery will lend forty drawings")
    one.say(promise, "who", "the gallery", target=told["gallery"])
    one.say(promise, "due", "by the end of 2022", "2022")
    one.say(promise, "under", "Under the memorandum", target=told["paper"])
    return promise


def tell_exhibition(one, told):
    show = one.open("event", "exhibition")
    one.say(show, "kind", "exhibition", "exhibition")
    one.say(show, "name", "Drawn Across the Sea", language="en")
    one.say(show, "status", "opens", "planned")
    one.say(show, "start", "May 2022", "2022-05")
    one.say(show, "place", "Port Amber")
    one.say(show, "organiser", "both institutions", target=told["museum"])
    one.say(show, "organiser", "both institutions", target=told["gallery"])
    one.say(show, "under", "Under the memorandum", target=told["paper"])
    return show


def tell_trade(one, told):
    trade = one.open("figure", "trade")
    one.say(trade, "indicator", "Trade between Norland and Southland", "Trade")
    one.say(trade, "value", "2.6 billion", 2_600_000_000)
    one.say(trade, "unit", "dollars", "USD")
    one.say(trade, "period", "in 2020", "2020")
    one.say(trade, "about", "Norland", target=told["norland"])
    one.say(trade, "about", "Southland", target=told["southland"])
    return trade


def tell_again(told):
    """The second article: the same memorandum, another day, a waiting claim."""
    two = Teller(SECOND, source="cuttings/ties.txt", published="2021-09-20")
    again = two.open("instrument", "memorandum")
    partner = two.actor("Southland Gallery", "organisation", "SWE")
    two.say(again, "kind", "memorandum", "memorandum")
    two.say(again, "party", "Southland Gallery", target=partner)
    two.say(again, "signed", "15 September 2021", "2021-09-15", certainty=0.8)
    two.say(again, "place", "the gallery said", "somewhere", accept=False)
    said = {"rule": "story", "reasons": ["same parties"]}
    judge_same(told["paper"], again, Sameness.SAME, **said)
    judge_same(told["gallery"], partner, Sameness.SAME, rule="story", reasons=["alike"])
    return again
