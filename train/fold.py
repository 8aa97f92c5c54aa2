"""Which texts a fold, written "0/5", holds: every fifth, counted from the first."""

from train.corpus import LabelledText


def outside_fold(texts: list[LabelledText], fold: str | None) -> list[LabelledText]:
    """``texts`` but for those of ``fold``; all when None."""
    return [t for t in texts if fold is None or t not in inside_fold(texts, fold)]


def inside_fold(texts: list[LabelledText], fold: str | None) -> list[LabelledText]:
    """The texts of ``fold``; all when None."""
    if fold is None:
        return texts
    number, folds = map(int, fold.split("/"))
    return [text for place, text in enumerate(texts) if place % folds == number]
