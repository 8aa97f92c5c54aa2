import pytest

from memoranda.reading.records import Instrument, Renewal
from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import lay_out


def instrument(clause: str) -> Instrument:
    text = (
        "CULTURAL AGREEMENT\n\nThe Government of Norway and the Government of Chile"
        f" have agreed as follows:\n\nArticle 1\n{clause}\n\nArticle 2\nNothing more.\n"
    )
    return read_treaty(text, lay_out(text), language="en").instrument


@pytest.mark.parametrize(
    ("clause", "rule"),
    [
        (
            "This Agreement shall enter into force on the date of signature.",
            "signature",
        ),
        (
            "It shall come into force on the thirtieth day after the exchange of the"
            " instruments of ratification.",
            "exchange_of_ratifications+P30D",
        ),
        (
            "This Agreement shall be ratified and the instruments of ratification"
            " exchanged at Oslo. It shall take effect fifteen days after the exchange.",
            "exchange_of_ratifications+P15D",
        ),
        (
            "It enters into force on the date of the last notification by which the"
            " Parties inform each other of their approval.",
            "last_notification",
        ),
        (
            "It shall enter into force on the first day of the second month after the"
            " Parties have notified each other.",
            "first_day_of_2nd_month_after_notifications",
        ),
        (
            "Ratifications shall be lodged at Lima. It shall enter in vigour sixty days"
            " after the lodging of the second of them.",
            "deposit_of_ratifications+P60D",
        ),
        (
            "It becomes effective on the day on which both mayors set their hands to it.",
            "signature",
        ),
    ],
)
def test_tells_the_rule_of_entry_into_force(clause: str, rule: str) -> None:
    found = instrument(clause).entry_into_force

    assert found is not None
    assert found.value == rule


@pytest.mark.parametrize(
    ("clause", "duration", "automatic", "period", "notice"),
    [
        (
            "It shall remain in force for five years and shall be renewed tacitly for"
            " the same period unless denounced six months before its expiry.",
            "P5Y", True, "P5Y", "P6M",
        ),
        (
            "This Agreement is valid for three (3) years. It may be extended by written"
            " agreement of the Parties.",
            "P3Y", False, None, None,
        ),
        (
            "It shall remain in force for a period of ten years and thereafter until"
            " one year after either Party has given notice of termination.",
            "P10Y", True, "indefinite", "P1Y",
        ),
        (
            "It shall remain in force until six months after notice of termination.",
            None, None, None, "P6M",
        ),
        ("Programmes shall be drawn up for two years at a time.", None, None, None, None),
    ],
)  # fmt: skip
def test_tells_term_renewal_and_notice(
    clause: str,
    duration: str | None,
    automatic: bool | None,
    period: str | None,
    notice: str | None,
) -> None:
    found = instrument(clause)

    said = (
        found.duration,
        found.renewal.automatic,
        found.renewal.period,
        found.notice,
    )
    assert tuple(value and value.value for value in said) == (
        duration,
        automatic,
        period,
        notice,
    )


def test_names_the_joint_body_and_how_often_it_meets() -> None:
    found = instrument("A Mixed Commission shall meet at least every two years.")

    assert found.joint_body is not None
    assert found.joint_body_meets is not None
    assert (found.joint_body.value, found.joint_body_meets.value) == (
        "Mixed Commission",
        "P2Y",
    )


@pytest.mark.parametrize(
    "article",
    [
        "Settlement of disputes\nAny disagreement shall be resolved by talks.",
        "Settlement of disputes. Any disagreement shall be resolved by talks.",
        "Any disagreement shall be resolved by talks.",
    ],
)
def test_disputes_are_the_sentence_not_the_heading(article: str) -> None:
    found = instrument(article).disputes

    assert found is not None
    assert found.quote == "Any disagreement shall be resolved by talks."


@pytest.mark.parametrize(
    ("clause", "automatic"),
    [
        (
            "It is valid for two years and begins anew for a further term unless a Party"
            " objects.",
            True,
        ),
        ("It is valid for two years. Renewal requires a joint evaluation.", False),
        ("It is valid for two years; an extension is subject to agreement.", False),
    ],
)
def test_tells_whether_it_renews_itself(clause: str, automatic: bool) -> None:
    found = instrument(clause).renewal.automatic

    assert found is not None
    assert found.value is automatic


def test_what_runs_to_a_day_may_renew_itself_too() -> None:
    renewed = instrument(
        "It ends on 31 December 2020. It is prolonged by one year at a time unless a"
        " Party objects."
    )
    plain = instrument("It shall be valid until 31 December 2027.")

    assert renewed.renewal.automatic is not None
    assert renewed.renewal.period is not None
    assert (renewed.renewal.automatic.value, renewed.renewal.period.value) == (
        True,
        "P1Y",
    )
    assert plain.renewal == Renewal()


@pytest.mark.parametrize(
    ("clause", "rule"),
    [
        ("This Work Plan shall come into force on its signature.", "signature"),
        ("It is concluded for two years from the date of its signature.", "signature"),
        ("Amendments shall enter into force on signature.", None),
        ("It takes effect on 1 May 2004 irrespective of the day of signature.", None),
    ],
)
def test_the_paper_s_own_entry_into_force(clause: str, rule: str | None) -> None:
    found = instrument(clause).entry_into_force

    assert (found and found.value) == rule


@pytest.mark.parametrize(
    ("clause", "duration", "automatic", "notice"),
    [
        (
            "It will, unless ended earlier, expire on the third anniversary of that date."
            " The Parties may, by exchange of e-mails, renew it.",
            "P3Y", False, None,
        ),
        ("It commences on 1 May 2010 and ends eighteen months later.", "P18M", None, None),
        (
            "It stays valid three years. On expiry it is considered extended if no Party"
            " objects at least six months earlier.",
            "P3Y", True, "P6M",
        ),
        (
            "It shall continue for an initial period of four years. It then rolls on unless"
            " a Party opts out sixty days before the end.",
            "P4Y", True, "P60D",
        ),
        (
            "It applies for two years. Either Party may walk away from it by giving three"
            " months' notice.",
            "P2Y", None, "P3M",
        ),
        (
            "It is concluded for six years, upon the expiry of which it shall retain its"
            " force until a Party denounces it on a year's warning.",
            "P6Y", True, "P1Y",
        ),
        (
            "It shall have a duration of two years, being prorogued tacitly for like terms,"
            " save denunciation at least half a year before the end of the term.",
            "P2Y", True, "P6M",
        ),
        (
            "Its first term is four years. The Parties may then, in writing, agree to roll"
            " it over for another year.",
            "P4Y", False, None,
        ),
        (
            "The exchange of two conductors for a duration of three weeks goes on. It is"
            " valid for three years, and for one more year at a time unless a Party objects"
            " in good season, with an anticipation of two months.",
            "P3Y", True, "P2M",
        ),
    ],
)  # fmt: skip
def test_tells_term_renewal_and_notice_in_plain_words(
    clause: str, duration: str, automatic: bool | None, notice: str | None
) -> None:
    found = instrument(clause)

    assert [
        found.duration and found.duration.value,
        found.renewal.automatic and found.renewal.automatic.value,
        found.notice and found.notice.value,
    ] == [duration, automatic, notice]


@pytest.mark.parametrize(
    ("clause", "language"),
    [
        (
            "It is written in Thai, Malay and English, all texts being valid, but in case"
            " of doubt the English text shall be operative.",
            "en",
        ),
        (
            "It is written in Spanish and English. Where they conflict, English shall have"
            " the last word over Spanish.",
            "en",
        ),
        (
            "Should the texts differ, the Parties follow the version in Russian.",
            "ru",
        ),
        ("Differences are settled under English law and in the German language.", None),
    ],
)
def test_names_the_text_that_decides_where_they_differ(
    clause: str, language: str | None
) -> None:
    found = instrument(clause).prevailing

    assert (found and found.value) == language


def test_languages_stand_in_the_sentence_before_the_one_on_their_force() -> None:
    found = instrument(
        "This text is made in English and in Uzbek. Both versions have the same force,"
        " save that the English version governs."
    )

    assert [language.value for language in found.languages] == ["en", "uz"]


def test_the_text_that_decides_is_not_the_language_named_before_it() -> None:
    found = instrument(
        "Done in the Greek and English languages; in case of doubt the English text"
        " prevailing."
    )

    assert found.prevailing is not None
    assert found.prevailing.value == "en"


@pytest.mark.parametrize(
    ("clause", "body", "meets"),
    [
        (
            "The coordinators form together a Council of Coordination, which reunites"
            " two times per year.",
            "Council of Coordination",
            "P6M",
        ),
        (
            "The choir is headed by a Board of six. The Board meets as needed, though"
            " not less than four times yearly.",
            "Board",
            "P3M",
        ),
        (
            "A Joint Committee comprising experts shall review the progress of the plan"
            " once in two years.",
            "Joint Committee",
            "P2Y",
        ),
    ],
)
def test_a_body_by_its_work_and_its_members(clause: str, body: str, meets: str) -> None:
    found = instrument(clause)

    assert found.joint_body is not None
    assert found.joint_body_meets is not None
    assert (found.joint_body.value, found.joint_body_meets.value) == (body, meets)


@pytest.mark.parametrize(
    "clause",
    [
        "Any divergence of view which it was not possible to adjust shall be laid before"
        " the Court.",
        "Should a question of construction arise, it shall be taken up by the Ministers.",
        "Disputable questions are solved by way of talks.",
    ],
)
def test_disputes_by_many_names(clause: str) -> None:
    found = instrument(clause).disputes

    assert found is not None
    assert found.quote == clause


@pytest.mark.parametrize(
    "clause",
    [
        "Each side shall keep a chair at its own charge.",
        "The Government shall make available the equivalent of 900 dollars.",
        "The rent of the rooms is carried by the guests.",
    ],
)
def test_who_pays_by_many_words(clause: str) -> None:
    found = instrument(clause).financing

    assert found is not None
    assert found.quote == clause
