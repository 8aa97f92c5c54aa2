"""The order of the steps, from a file's bytes to a Reading."""

import hashlib
from dataclasses import replace

from memoranda.reading.budget import Budget
from memoranda.reading.components import (
    RecordModel,
    clues_of,
    findings_of,
    names_in,
    record_model,
    rule_tagger,
)
from memoranda.reading.entities import assemble, named_actors, second_look
from memoranda.reading.names import find_places
from memoranda.reading.options import ReadingOptions
from memoranda.reading.records import DocumentDescription, Note, Reading
from memoranda.reading.statements.description import Description, describe
from memoranda.reading.statements.press import Scene, read_press
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
# The model takes most of the time that a press text takes; what follows needs the rest.
MODEL_SHARE = 0.65
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
    model = record_model() if options.with_model else None
    if model is None:
        return _read_names(document, layout)
    return _read_press(document, layout, (model, budget))


def _language_and_genre(text: str) -> tuple[str | None, str]:
    """A text in another language may hold an agreement's version that can be read."""
    language = identify_language(text)
    for known in LANGUAGES if language not in LANGUAGES else ():
        version = in_language(text, known)
        enough = words_in(version, known) >= VERSION_WORDS
        if enough and genre_of(version, known) == "instrument":
            return known, "instrument"
    return language, genre_of(text, language)


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


def _read_names(document: DocumentDescription, layout: Layout) -> Reading:
    """Without the model: names by rules, no statements, and a warning."""
    text, language = document.text, document.language or "en"
    tagger = rule_tagger()
    tagged = second_look(text, tagger.tag(text, layout.sentences), language=language)
    places = [p for s in layout.sentences for p in find_places(text, s, language)]
    cast = assemble(text, layout.sentences, tagged, places=places, language=language)
    return Reading(
        document,
        actors=named_actors(text, cast, lambda _, given: given),
        warnings=(tagger.warning,),
    )


def _read_press(
    document: DocumentDescription, layout: Layout, means: tuple[RecordModel, Budget]
) -> Reading:
    model, budget = means
    text, language = document.text, document.language or "en"
    clues = clues_of(
        text, layout.sentences, published=document.published, language=language
    )
    encoding = model.encode(
        text, layout, clues, goes_on=lambda: not budget.is_spent(MODEL_SHARE)
    )
    names = second_look(text, names_in(text, encoding), language=language)
    cast = assemble(
        text, layout.sentences, names, places=clues.places, language=language
    )
    scene = Scene(
        text=text,
        language=language,
        paragraphs=layout.paragraphs,
        sentences=layout.sentences,
        published=document.published,
        cast=cast,
        dates=clues.dates,
        findings=findings_of(model, (text, encoding), (clues, cast)),
        calibration=model.calibration,
    )
    if encoding.unread is not None:
        scene.note((encoding.unread, len(text)), OUT_OF_TIME)
    found = read_press(scene)
    return Reading(
        document,
        instruments=found.instruments,
        events=found.events,
        actors=found.actors,
        commitments=found.commitments,
        figures=found.figures,
        notes=found.notes,
    )
