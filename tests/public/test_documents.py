"""The page of a document: its text whole, what was read marked, both ways linked."""

import html as entities
import re
from copy import copy
from urllib.parse import quote

import pytest

from memoranda.public.views.documents import paragraphs_of
from memoranda.register.domain.readings import note_reading
from memoranda.register.models import Document, Mark
from tests.factories import document


def test_the_text_stands_whole(told, page):
    found = told["article"]

    text = page(f"/documents/{found.key}/")

    shown = re.findall(r'<div class="para"><p[^>]*>(.*?)</p>', text, re.DOTALL)
    bare = [entities.unescape(re.sub(r"<[^>]+>", "", each)) for each in shown]
    assert bare == [line for line in found.text.split("\n") if line.strip()]


def test_text_and_records_lead_to_each_other(told, page):
    text = page(f"/documents/{told['article'].key}/")

    inside = set(re.findall(r'href="#([^"]+)"', text)) - {"main"}
    anchors = set(re.findall(r'id="([^"]+)"', text))
    assert inside
    assert inside <= anchors
    assert any(each.startswith("p") for each in inside)
    assert any(re.fullmatch(r"c\d+", each) for each in inside)


def test_every_mark_has_one_anchor(told, page):
    text = page(f"/documents/{told['article'].key}/")

    anchors = re.findall(r'id="c(\d+)"', text)

    marks = Mark.objects.filter(document=told["article"])
    assert sorted(map(int, anchors)) == sorted(marks.values_list("claim_pk", flat=True))


def test_the_parts_of_an_agreement_are_listed_and_led_to(told, page):
    found = told["article"]
    at = found.text.index("Under the memorandum")
    note_reading(found, engine="parts", parts=[("article", "Article 7", at, at + 9)])

    text = page(f"/documents/{found.key}/")

    anchor = re.search(r'<a href="#(part-\d+)">Article 7</a>', text)
    assert anchor
    assert f'id="{anchor[1]}"></span>' in text


def test_segments_cover_nested_and_overlapping_marks(told):
    found = Document.objects.get(pk=told["article"].pk)
    marks = list(Mark.objects.filter(document=found).select_related("entry"))

    paragraphs = list(paragraphs_of(found.text, marks, []))

    joined = ["".join(s.text for s in each.segments) for each in paragraphs]
    assert joined == [line for line in found.text.split("\n") if line.strip()]
    deep = [s.text for each in paragraphs for s in each.segments if s.deep]
    assert deep == ["Norland", "Southland"]


def test_a_blank_between_marks_is_no_link(told):
    found = Document.objects.get(pk=told["article"].pk)
    one, *_ = Mark.objects.filter(document=found).select_related("entry")
    whole, first, second = copy(one), copy(one), copy(one)
    whole.start, whole.end = 0, 5
    first.start, first.end = 0, 2
    second.start, second.end = 3, 5

    (paragraph,) = paragraphs_of("ab cd", [whole, first, second], [])

    assert [(s.text, bool(s.anchor)) for s in paragraph.segments] == [
        ("ab", True),
        (" ", False),
        ("cd", True),
    ]


def test_the_original_comes_unchanged_and_cannot_run(told, client):
    found = told["article"]

    answer = client.get(f"/documents/{found.key}/original")

    assert answer.content == found.text.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="museums.txt"'
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.django_db
def test_an_original_keeps_its_name_in_any_script(client):
    found = document("Протокол.", source="папка/Протокол о намерениях.txt")

    answer = client.get(f"/documents/{found.key}/original")

    name = quote("Протокол-о-намерениях.txt")
    said = f"attachment; filename*=utf-8''{name}"
    assert answer["Content-Disposition"] == said


def test_the_full_hash_leads_to_the_page(told, client):
    found = told["article"]

    answer = client.get(f"/documents/{found.content_hash}/")

    assert (answer.status_code, answer["Location"]) == (302, f"/documents/{found.key}/")
