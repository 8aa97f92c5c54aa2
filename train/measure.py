"""Measures a tagger on whole lists of names: ``python -m train.measure CORPUS``.

Prints totals only, so that it may be run on the unread third as well. A listed name
is found when a mention is one of the forms in which a text repeats it, and a mention
is right when it is a form of a listed name.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from memoranda.reading.components.learned import learned_tagger
from memoranda.reading.components.rules import rule_tagger
from memoranda.reading.components.tagger import Tagger
from memoranda.reading.records import MentionLabel
from memoranda.reading.text import lay_out
from train.corpus import LabelledText, labelled_texts
from train.fold import inside_fold
from train.variants import organisation_variants, person_variants


def main() -> None:
    """Reads the command line and prints precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with gold.json and texts")
    parser.add_argument("--unseen", action="store_true", help="the unread third")
    parser.add_argument(
        "--fold", help="FOLD/FOLDS of the others, as left out in training"
    )
    parser.add_argument(
        "--rules", action="store_true", help="the tagger without a model"
    )
    arguments = parser.parse_args()
    texts = labelled_texts(arguments.corpus, unseen=arguments.unseen)
    tagger = rule_tagger() if arguments.rules else learned_tagger()
    chosen = inside_fold(texts, arguments.fold)
    print(f"{tagger.name}: {len(chosen)} texts")
    for label in (MentionLabel.PERSON, MentionLabel.ORGANISATION, MentionLabel.EVENT):
        print(f"{label:13}", _figures(_count(tagger, chosen, label)))


def _count(
    tagger: Tagger, texts: Iterable[LabelledText], label: MentionLabel
) -> Counter[str]:
    total: Counter[str] = Counter()
    for source in texts:
        mentions = tagger.tag(source.text, lay_out(source.text).sentences)
        said = {
            _plain(source.text[m.start : m.end]) for m in mentions if m.label is label
        }
        forms = [{_plain(form) for form in group} for group in _forms(source, label)]
        known = set().union(*forms)
        total += Counter(
            listed=len(forms),
            found=sum(not said.isdisjoint(group) for group in forms),
            said=len(said),
            right=len(said & known),
        )
    return total


def _forms(source: LabelledText, label: MentionLabel) -> list[set[str]]:
    if label is MentionLabel.PERSON:
        return [person_variants(name) | {name} for name in source.people]
    if label is MentionLabel.EVENT:
        return [{name} for name in source.events]
    return [organisation_variants(name, source.text) for name in source.organisations]


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", re.sub(r"^[Tt]he ", "", name)).strip().lower()


def _figures(total: Counter[str]) -> str:
    precision = total["right"] / max(total["said"], 1)
    recall = total["found"] / max(total["listed"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({total['listed']} listed)"


if __name__ == "__main__":
    main()
