"""Systems to compare with print readings that can be scored."""

import json

from bench.baselines import main
from bench.score import readings_in


def test_each_text_has_a_line_even_one_that_is_refused(tmp_path, capsys):
    text, empty = tmp_path / "900.txt", tmp_path / "901.pdf"
    text.write_text(
        "OSLO, 3 May 2020 - The director of the Harbour Museum, Ms Ann Lee, said that"
        " the museum will lend ten works to the City Gallery next year.\n",
        encoding="utf-8",
    )
    empty.write_bytes(b"%PDF-1.4\n")

    main(["rules", str(text), str(empty)])

    lines = capsys.readouterr().out.splitlines()
    assert list(readings_in(lines)) == ["900", "901"]
    assert json.loads(lines[1]) == {"document": {"source": "901.pdf"}}
