"""A text that is added finds its row among the rows of a table."""

import pytest

from memoranda.intake.domain.ingest import Intake
from memoranda.intake.domain.matching import known as known_module
from memoranda.intake.domain.matching.known import Known
from memoranda.intake.domain.sources import Offer
from memoranda.intake.models import MatchKey
from memoranda.register.enums import Sameness
from memoranda.register.models import Judgement
from tests.intake.imports.tables import imported
from tests.intake.readings import instrument, quoted, reading

pytestmark = pytest.mark.django_db
CULTURE = "Agreement between Norway and Ghana on cultural co-operation"
ROWS = (
    ("1", "Trade", "Norway; Ghana", "2020-05-03", "agreement"),
    ("2", "Cultural cooperation", "Norway; Ghana", "2020-05-03", "agreement"),
    ("3", "Cultural cooperation", "Norway; Togo", "2020-05-03", "agreement"),
    ("4", "Cultural cooperation", "Norway; Ghana", "2021-05-03", "agreement"),
)


def read(content: bytes, *, source: str):  # noqa: ARG001
    text = content.decode()
    said = {
        "kind": "agreement",
        "title": quoted(text, CULTURE, CULTURE),
        "signed": quoted(text, "3 May 2020", "2020-05-03"),
    }
    acts = (instrument(text, "Norway", "Ghana", **said),)
    return reading(text, instruments=acts)


def add(text: str) -> None:
    intake = Intake("assisted", reader=read)
    intake.take(Offer("a.txt", text.encode))
    intake.end()


def joined() -> list[tuple[str, str]]:
    """The rows whose acts a rule judged, each by its number, and how."""
    judged = Judgement.objects.filter(left__type="instrument").order_by("left_id")
    return [
        (one.left.claim_set.first().document.source.split()[-1], one.sameness)
        for one in judged.select_related("left")
    ]


def test_the_heading_decides_between_acts_of_one_day():
    imported(*ROWS)

    add(f"{CULTURE}. This agreement was signed on 3 May 2020.")

    assert joined() == [("2", Sameness.SAME)]


def test_of_two_rows_that_are_equally_alike_none_is_taken():
    imported(ROWS[1], ("5", *ROWS[1][1:]))

    add(f"{CULTURE}. This agreement was signed on 3 May 2020.")

    assert joined() == [("2", Sameness.UNSURE), ("5", Sameness.UNSURE)]


def test_only_what_shares_a_key_is_read(monkeypatch):
    read_subjects: list[int] = []
    whole = known_module.profiles_of

    def counted(clusters):
        clusters = list(clusters)
        read_subjects.extend(one.canonical for one in clusters)
        return whole(clusters)

    others = [
        (str(number), "Trade", "France; Italy", "1999", "agreement")
        for number in range(10, 40)
    ]
    imported(*ROWS, *others)
    monkeypatch.setattr(known_module, "profiles_of", counted)

    add(f"{CULTURE}. This agreement was signed on 3 May 2020.")

    assert len(set(read_subjects)) < len(others)


def test_keys_thrown_away_are_made_again():
    imported(*ROWS)
    before = sorted(MatchKey.objects.values_list("digest", "home"))
    MatchKey.objects.all().delete()
    known_module.mark_keyed((0, 0, 0))

    Known.from_register()

    assert sorted(MatchKey.objects.values_list("digest", "home")) == before
