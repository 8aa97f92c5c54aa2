import random
from math import exp, log

from bench.scoring.certainty import Judged
from train.calibrate import calibration


def values(field, claimed, share, count):
    """As many texts, each with one value."""
    chance = random.Random(1)
    return [[Judged(field, claimed, chance.random() < share)] for _ in range(count)]


def certainty(line, claimed):
    slope, intercept = line
    return 1 / (1 + exp(-(slope * log(claimed / (1 - claimed)) + intercept)))


def test_a_field_that_claims_too_much_is_made_humble():
    told = [*values("a", 0.95, 0.7, 400), *values("a", 0.6, 0.4, 400)]
    line = calibration(told, [])["a"]
    assert abs(certainty(line, 0.95) - 0.7) < 0.08
    assert abs(certainty(line, 0.6) - 0.4) < 0.08


def test_a_field_with_few_values_follows_the_others():
    many = [*values("a", 0.95, 0.7, 400), *values("a", 0.6, 0.4, 400)]
    lines = calibration([*many, *values("b", 0.9, 1.0, 2)], [])
    assert abs(certainty(lines["b"], 0.95) - certainty(lines["a"], 0.95)) < 0.1


def test_what_claims_more_never_becomes_less():
    told = [*values("a", 0.95, 0.2, 100), *values("a", 0.6, 0.9, 100)]
    line = calibration(told, [])["a"]
    assert certainty(line, 0.95) >= certainty(line, 0.6)


def test_texts_nearer_to_real_press_have_the_last_word():
    alike = [*values("a", 0.95, 0.9, 800), *values("a", 0.6, 0.6, 800)]
    nearer = [*values("a", 0.95, 0.7, 200), *values("a", 0.6, 0.4, 200)]
    line = calibration(alike, nearer)["a"]
    assert abs(certainty(line, 0.95) - 0.7) < 0.08


def test_what_is_known_from_few_texts_claims_less():
    many = values("a", 0.9, 0.9, 400)
    few = [[value for (value,) in many[n::10]] for n in range(10)]
    assert certainty(calibration(many, [])["a"], 0.9) < 0.9
    every_value_alike = [[Judged("a", 0.9, n != 3)] * 40 for n in range(10)]
    known_from_ten = calibration(every_value_alike, [])["a"]
    assert certainty(known_from_ten, 0.9) < certainty(calibration(few, [])["a"], 0.9)
