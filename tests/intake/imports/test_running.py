import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from memoranda.intake.domain.imports import running
from memoranda.intake.domain.imports.faults import BadMapping, BadState
from memoranda.intake.domain.imports.preview import preview_of
from memoranda.intake.domain.imports.running import run_import
from memoranda.intake.domain.imports.undoing import undo_import
from memoranda.intake.domain.matching.known import Known
from memoranda.intake.enums import ImportState
from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.register.domain.claims import judge_claim
from memoranda.register.domain.projections import project_stale, rebuild
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Claim, Document, Entry, Fact, ReadingNote
from memoranda.register.queries.claims import with_status
from memoranda.register.queries.digests import projection_digest, register_digest
from tests.factories import claim, person, subject
from tests.intake.imports.tables import AGREEMENTS, ROWS, imported, offered

pytestmark = pytest.mark.django_db


def shown() -> list[tuple[str, str, str]]:
    """Every fact of instruments as title, property, value or name."""
    facts = Fact.objects.filter(entry__type="instrument").select_related("target")
    return sorted(
        (f.entry.title, f.property, str(f.target.title if f.target else f.value))
        for f in facts.select_related("entry")
    )


def test_each_row_is_a_record_whose_values_quote_their_cells():
    run = imported(*ROWS)

    assert (run.state, run.counts["new"]) == (ImportState.DONE, 2)
    assert shown() == [
        ("Agreement: France – Italy", "kind", "agreement"),
        ("Agreement: France – Italy", "party", "France"),
        ("Agreement: France – Italy", "party", "Italy"),
        ("Agreement: France – Italy", "signed", "2019-10-05"),
        ("Agreement: France – Italy", "title", "Agreement on museums"),
        ("Programme: Italy – Georgia", "kind", "programme"),
        ("Programme: Italy – Georgia", "party", "Georgia"),
        ("Programme: Italy – Georgia", "party", "Italy"),
        ("Programme: Italy – Georgia", "signed", "2020"),
        ("Programme: Italy – Georgia", "title", "Programme for archives"),
    ]
    signed = Claim.objects.select_related("document").get(value="2019-10-05")
    assert signed.quote == "05.10.2019"
    assert signed.document.source == "list.csv, No 1"
    assert signed.document.text.splitlines()[0] == "No: 1"


def test_pages_show_what_a_rebuild_shows():
    imported(*ROWS)
    before = projection_digest()

    assert rebuild() == before


def test_the_same_rows_again_change_nothing():
    imported(*ROWS)
    before = register_digest()

    run = imported(*ROWS, file_name="renamed.csv")

    assert (run.counts["unchanged"], register_digest()) == (2, before)


def test_a_changed_cell_supersedes_what_it_said_and_keeps_it():
    imported(*ROWS)
    later = ("1", "Agreement on museums", "France; Italy", "06.10.2019", "agreement")

    run = imported(later, ROWS[1])

    signed = with_status(Claim.objects.filter(property="signed")).order_by("pk")
    assert [(one.value, one.status) for one in signed] == [
        ("2019-10-05", ClaimStatus.SUPERSEDED),
        ("2020", ClaimStatus.ACCEPTED),
        ("2019-10-06", ClaimStatus.ACCEPTED),
    ]
    assert (run.counts["changed"], run.counts["unchanged"]) == (1, 1)
    assert Claim.objects.filter(property="title").count() == 2


def test_a_row_changed_back_says_again_what_it_said():
    imported(*ROWS)
    before = shown()
    imported(("1", *ROWS[0][1:3], "2001", "agreement"), ROWS[1])

    imported(*ROWS)

    assert shown() == before


def test_what_a_person_rejected_stays_rejected():
    imported(*ROWS)
    signed = Claim.objects.get(value="2020")
    judge_claim(signed, ClaimStatus.REJECTED, by=person())

    run = imported(*ROWS)

    assert with_status(Claim.objects.filter(pk=signed.pk)).get().status == "rejected"
    assert run.counts["unchanged"] == 2


def test_rows_with_faults_are_left_out_and_told():
    run = offered(*ROWS, ("2", "", "", "31.02.2020", "agreement"))

    seen = preview_of(run)
    run_import(run)

    assert [(one.row, one.column, one.cell) for one in seen.faults] == [
        (4, "No", "2"),
        (4, "Signed", "31.02.2020"),
    ]
    assert (run.counts["new"], run.counts["left_out"]) == (2, 1)


def test_an_import_may_stop_at_the_first_fault():
    run = offered(*ROWS, ("3", "x", "", "never", "agreement"), stop=True)

    with pytest.raises(BadState, match="Row 4, Signed"):
        run_import(run)

    assert (run.state, Entry.objects.count()) == (ImportState.FAILED, 0)


def test_a_preview_writes_nothing_and_says_what_would_be():
    imported(ROWS[0])
    before = register_digest()
    changed = ("1", *ROWS[0][1:3], "2001", "agreement")

    seen = preview_of(offered(changed, ROWS[1]))

    assert (seen.counts["changed"], seen.counts["new"]) == (1, 1)
    assert [row.fate for row in seen.rows] == ["changed", "new"]
    assert register_digest() == before


def test_a_preview_names_the_actors_that_are_known():
    known = subject(SubjectType.ACTOR)
    claim(known, "kind", "state")
    claim(known, "country", "FRA")
    claim(known, "name", "République française")
    project_stale()

    Known.from_register()

    seen = preview_of(offered(*ROWS))

    assert [(one.name, one.title) for one in seen.actors] == [
        ("France", "République française")
    ]
    assert seen.new_actors == 2


def test_rows_join_what_was_known_before():
    known = subject(SubjectType.ACTOR)
    claim(known, "kind", "state")
    claim(known, "country", "FRA")
    claim(known, "name", "France")

    run = imported(*ROWS)

    assert run.counts["joined"] == 1
    assert Entry.objects.filter(title="France").count() == 1


def test_a_run_cut_short_goes_on_without_doubles(monkeypatch):
    monkeypatch.setattr(running, "AT_ONCE", 1)
    run = offered(*ROWS)
    batches = running.begin_import(run)
    first = next(running.batches(batches.records()))
    running.write_records(run, batches, first, upto=1)

    run_import(run)

    assert (run.counts["new"], run.done_rows) == (2, 2)
    assert Document.objects.count() == 2
    assert Entry.objects.filter(type="instrument").count() == 2


def test_a_mapping_must_fit_the_table():
    said = AGREEMENTS | {"key": "Number"}

    with pytest.raises(BadMapping, match="Number"):
        offered(*ROWS, said=said)


def test_only_who_may_judge_imports():
    with pytest.raises(NotAllowed):
        offered(*ROWS, by=person(role=Role.CONTRIBUTOR))


def test_notes_are_kept_with_the_row():
    remark = {"column": "Kind", "equals": "programme", "note": "A programme."}

    imported(*ROWS, said=AGREEMENTS | {"remarks": [remark]})

    notes = ReadingNote.objects.select_related("reading__document")
    assert [
        (note.reason, note.reading.document.text[note.start : note.end])
        for note in notes
    ] == [("A programme.", "programme")]


def test_an_import_undone_can_be_brought_back():
    run = imported(*ROWS)
    before = projection_digest()
    undo_import(run)

    run_import(run)

    assert (projection_digest(), run.state) == (before, ImportState.DONE)


def test_undoing_leaves_what_a_person_decided_since():
    run = imported(*ROWS)
    kind = Claim.objects.filter(property="kind", value="agreement").get()
    judge_claim(kind, ClaimStatus.ACCEPTED, by=person())

    undo_import(run)

    entries = Entry.objects.filter(type="instrument")
    assert [entry.kind for entry in entries] == ["agreement"]


LATER = ("1", "Agreement on museums", "France; Italy", "06.10.2019", "agreement")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_all_imports_undone_in_any_order_nothing_is_left(order):
    runs = imported(*ROWS), imported(LATER, ROWS[1])

    for at in order:
        undo_import(runs[at])

    assert shown() == []


def test_undoing_leaves_joined_what_an_earlier_import_joined():
    known = subject(SubjectType.ACTOR)
    claim(known, "kind", "state")
    claim(known, "country", "FRA")
    claim(known, "name", "France")
    imported(*ROWS)
    before = projection_digest()

    undo_import(imported(LATER, ROWS[1]))

    assert Entry.objects.filter(title="France").count() == 1
    assert projection_digest() == before


def test_undoing_twice_undoes_once():
    run = imported(*ROWS)
    again = type(run).objects.get(pk=run.pk)
    undo_import(run)

    with pytest.raises(BadState):
        undo_import(again)


def test_stopping_at_the_first_fault_counts_as_said_last():
    wrong = ("3", "x", "", "never", "agreement")
    first = offered(*ROWS, wrong)

    with pytest.raises(BadState):
        run_import(offered(*ROWS, wrong, stop=True))
    seen = offered(*ROWS, wrong)
    run = run_import(offered(*ROWS, wrong, stop=False))

    assert (first.pk, seen.stop, run.state) == (run.pk, True, ImportState.DONE)


def test_what_holds_nothing_cannot_be_undone():
    with pytest.raises(BadState):
        undo_import(offered(*ROWS))


names = st.sampled_from(["France", "Italy", "Georgia", "Museum of Carpets", "<b>x</b>"])
rows = st.lists(
    st.tuples(
        st.integers(1, 4).map(str),
        st.sampled_from(["On museums", "On archives", "Müqavilə"]),
        st.lists(names, max_size=2, unique=True).map("; ".join),
        st.sampled_from(["2001", "5.10.2019", "never", ""]),
        st.just("agreement"),
    ),
    max_size=4,
)


@pytest.mark.slow
class ImportLaws(TestCase):
    @settings(max_examples=10)
    @given(rows, rows)
    def test_undone_an_import_leaves_pages_as_they_were(self, first, second):
        imported(*first)
        before = projection_digest()
        run = offered(*second)
        if run.state != ImportState.PREVIEWED:
            return

        undo_import(run_import(run))

        assert projection_digest() == before
        assert rebuild() == before

    @settings(max_examples=5)
    @given(rows)
    def test_twice_is_as_good_as_once(self, told):
        imported(*told)
        before = register_digest()

        imported(*told, file_name="again.csv")

        assert register_digest() == before
