"""The order of the steps, from a file's bytes to a Reading."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from memoranda.reading.budget import Budget
from memoranda.reading.components.learned import learned_tagger
from memoranda.reading.components.rules import rule_tagger
from memoranda.reading.components.tagger import Tagger
from memoranda.reading.entities import Cast, assemble, named_actors, second_look
from memoranda.reading.options import ReadingOptions
from memoranda.reading.records import DocumentDescription, Mention, Note, Reading
from memoranda.reading.statements.description import Description, describe
from memoranda.reading.statements.press import PressText, read_press
from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import (
    Layout,
    Loaded,
    clean,
    genre_of,
    identify_language,
    in_language,
    lay_out,
    load,
    words_in,
)
from memoranda.reading.vocabulary import LANGUAGES

ENGINE_VERSION = "0.1.0"
DEFAULT = ReadingOptions()
# Tagging takes most of the time that a press text takes; what follows needs the rest.
TAGGING_SHARE, SENTENCES_AT_ONCE = 0.5, 16
OUT_OF_TIME = "not read: the time for one document was over"
VERSION_WORDS = 80  # of running text; shorter is a summary or a caption
Span = tuple[int, int]


def read(content: bytes, *, source: str, options: ReadingOptions = DEFAULT) -> Reading:
    """What one document says, every value with its quote.

    ``source`` is the file's name or address. The same bytes always give the same
    reading, unless ``options.seconds`` are over before the end: then a note says
    from where on the text was not read. Raises ReadingError, and nothing else, when
    the file cannot be read.
    """
    budget = Budget(options.seconds)
    loaded = load(content, name=source, options=options)
    text = clean(loaded.original).text
    layout = lay_out(text)
    language, genre = _language_and_genre(text)
    description = describe(text, layout, loaded, language=language, genre=genre)
    document = _document(text, source, (loaded, description, language, genre))
    if language not in LANGUAGES:
        return _unread(document, "language not supported yet")
    if genre == "instrument":
        return _read_treaty(document, layout)
    names, done = _tagged(text, layout.sentences, (_tagger(options), budget))
    page = (Layout(layout.paragraphs, layout.sentences[:done]), description)
    reading = _read_press(document, page, names)
    if done < len(layout.sentences):
        rest = Note(layout.sentences[done][0], len(text), OUT_OF_TIME)
        reading = replace(reading, notes=(*reading.notes, rest))
    warning = _tagger(options).warning
    return replace(reading, warnings=(warning,)) if warning else reading


def _language_and_genre(text: str) -> tuple[str | None, str]:
    """A text in another language may hold an agreement's version that can be read."""
    language = identify_language(text)
    for known in LANGUAGES if language not in LANGUAGES else ():
        version = in_language(text, known)
        enough = words_in(version, known) >= VERSION_WORDS
        if enough and genre_of(version, known) == "instrument":
            return known, "instrument"
    return language, genre_of(text, language)


def _tagger(options: ReadingOptions) -> Tagger:
    return learned_tagger() if options.tagger == "learned" else rule_tagger()


def _tagged(
    text: str, sentences: Sequence[Span], means: tuple[Tagger, Budget]
) -> tuple[list[Mention], int]:
    """The names in the sentences that there is time for, and how many those are."""
    tagger, budget = means
    mentions: list[Mention] = []
    for first in range(0, len(sentences), SENTENCES_AT_ONCE):
        if first and budget.is_spent(TAGGING_SHARE):
            return mentions, first
        mentions += tagger.tag(text, sentences[first : first + SENTENCES_AT_ONCE])
    return mentions, len(sentences)


def _told(layout: Layout, description: Description) -> tuple[Span, ...]:
    """The sentences that report something: no header lines, no footers."""
    apart = iter(description.boilerplate)
    span = next(apart, None)
    kept: list[Span] = []
    for sentence in layout.sentences:
        while span is not None and span[1] <= sentence[0]:
            span = next(apart, None)
        if span is None or sentence[1] <= span[0]:
            kept.append(sentence)
        elif span[1] < sentence[1]:
            kept.append((span[1], sentence[1]))
    return tuple(kept)


def _document(
    text: str, source: str, known: tuple[Loaded, Description, str | None, str]
) -> DocumentDescription:
    loaded, description, language, genre = known
    return DocumentDescription(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        source=source,
        media_type=loaded.media_type,
        language=language,
        genre=genre,
        text=text,
        title=description.title,
        byline=description.byline,
        publisher=description.publisher,
        published=description.published,
    )


def _unread(document: DocumentDescription, reason: str) -> Reading:
    return Reading(document, notes=(Note(0, len(document.text), reason),))


def _read_treaty(document: DocumentDescription, layout: Layout) -> Reading:
    language = document.language or "en"
    found = read_treaty(document.text, layout, language=language)
    title = found.instrument.title
    return Reading(
        replace(document, title=str(title.value)) if title else document,
        instruments=(found.instrument,),
        actors=found.actors,
        commitments=found.commitments,
        notes=found.notes,
        structure=found.parts,
    )


def _read_press(
    document: DocumentDescription,
    page: tuple[Layout, Description],
    tagged: Sequence[Mention],
) -> Reading:
    layout, description = page
    text, language = document.text, document.language or "en"
    mentions = second_look(text, tagged, language=language)
    cast: Cast = assemble(text, layout.sentences, mentions, language=language)
    body = _told(layout, description)
    found = read_press(
        PressText(
            text=text,
            paragraphs=layout.paragraphs,
            sentences=body,
            published=document.published,
            language=language,
            dateline=description.dateline.place if description.dateline else None,
            genre=document.genre,
        ),
        cast,
        mentions,
    )
    return Reading(
        document,
        instruments=found.instruments,
        events=found.events,
        actors=named_actors(text, cast),
        commitments=found.commitments,
        figures=found.figures,
        notes=found.notes,
    )
