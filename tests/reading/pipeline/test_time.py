"""Long and strange texts end, and say what was not read."""

from memoranda.reading.options import ReadingOptions
from memoranda.reading.pipeline import OUT_OF_TIME, read
from memoranda.reading.text import lay_out
from memoranda.reading.text.sentences import LONGEST

TOLD = (
    "BAKU, 3 May 2019. The Harbour Museum and the City Gallery signed a memorandum of"
    " cooperation on exhibitions. "
)


def test_what_there_was_no_time_for_is_noted():
    text = TOLD + "The exhibition will be shown in Oslo next year. " * 80

    reading = read(text.encode(), source="a.txt", options=ReadingOptions(seconds=0))

    note = reading.notes[-1]
    assert (note.reason, note.end) == (OUT_OF_TIME, len(reading.document.text))
    assert reading.document.text[note.start :].startswith("The exhibition")


def test_a_text_without_stops_is_cut_at_spaces():
    text = "word and other " * 2000

    spans = lay_out(text).sentences

    assert max(end - start for start, end in spans) <= LONGEST
    assert "".join(text[s:e] for s, e in spans).replace(" ", "") == (
        text.replace(" ", "")
    )
