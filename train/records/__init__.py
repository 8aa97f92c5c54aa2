"""A model that reads records whole: names, agreements, events, and who is what in them.

In the making: reading does not use it yet. One pass of the encoder over a document
gives tags of words in three layers, kinds of records and roles of pairs of mentions;
it learns from the marked texts of ``corpus/marked``. What it needs to replace the
tagger and the frames of the press reader is assembly, calibration and speed.
"""
