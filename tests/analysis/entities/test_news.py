"""Names in short news texts of our own are found, and the names shown for them are right."""

import pytest

from tests.analysis.entities.news import found_in, news_texts, scores


@pytest.mark.parametrize(
    ("half", "language", "spans", "entities"),
    [
        ("held", "de", 95, 93), ("held", "en", 94, 93), ("held", "fr", 90, 90), ("held", "es", 95, 95),
        ("closed", "de", 93, 91), ("closed", "en", 93, 91), ("closed", "fr", 89, 89),
        ("closed", "es", 94, 92), ("press", "de", 97, 94), ("press", "en", 93, 92),
    ],
)  # fmt: skip
def test_names_in_news_are_found_and_shown_as_a_reader_would(half, language, spans, entities):
    texts = [text for text in news_texts() if text.language == language and text.half == half]
    row = scores(texts, [found_in(text) for text in texts])[f"{half} {language}"]
    assert row[2] >= spans
    assert row[3] >= entities
