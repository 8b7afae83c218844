"""The engine as a filter: one answer a line, offsets in the text as it was given."""

from __future__ import annotations

import json

TEXT = "\ufeffEtwa 4.500 Soldaten kamen 2003 ums Leben.\r\n👨‍👩‍👧 Zwischen 3 und 5 Prozent."


def answers(lesart, *lines):
    stdin = b"".join(
        json.dumps(line).encode() + b"\n" if not isinstance(line, bytes) else line + b"\n"
        for line in lines
    )
    ran = lesart("pipe", "analyse", stdin=stdin)
    assert ran.status == 0
    return [json.loads(line) for line in ran.lines]


def test_offsets_count_code_points_of_the_text_as_given(lesart):
    [answer] = answers(lesart, {"id": "a", "text": TEXT})
    assert answer["id"] == "a"
    assert answer["language"] == "de"
    for figure in answer["figures"]:
        assert TEXT[figure["start"] : figure["end"]] == figure["surface"]
    values = {figure["surface"]: figure for figure in answer["figures"]}
    assert values["4.500"]["value"] == 4500
    assert (values["4.500"]["qualifier"], values["4.500"]["noun"]) == ("approx", "Soldaten")
    assert values["2003"]["value"] == "2003"
    assert any((f["low"], f["high"]) == (3, 5) for f in answer["figures"])


def test_one_bad_line_is_an_error_and_the_next_goes_on(lesart):
    first, second, third = answers(
        lesart, {"id": 1}, b"nonsense", {"id": 3, "text": "Rund 20 Autos."}
    )
    assert (first["id"], bool(first["error"])) == (1, True)
    assert second["error"]
    assert third["figures"][0]["value"] == 20


def test_a_weekday_is_resolved_only_where_the_articles_date_is_known_to_the_day(lesart):
    text = "Am Mittwoch kamen 20 Autos."
    exact, vague = answers(
        lesart,
        {"id": 1, "text": text, "language": "de", "date": "2018-06-15"},
        {"id": 2, "text": text, "language": "de", "date": "2018-06"},
    )
    [day] = [f for f in exact["figures"] if f["kind"] == "date"]
    assert (day["value"], day["resolved"]) == ("XXXX-WXX-3", "2018-06-13")
    [day] = [f for f in vague["figures"] if f["kind"] == "date"]
    assert day["resolved"] is None
