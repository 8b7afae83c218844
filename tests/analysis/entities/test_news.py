"""Names in short news texts of our own are found, and the names shown for them are right."""

import pytest

from tests.analysis.entities.news import found_in, news_texts, scores


@pytest.mark.parametrize(
    ("language", "spans", "entities"),
    [("de", 95, 93), ("en", 94, 93), ("fr", 90, 90), ("es", 95, 95)],
)
def test_names_in_news_are_found_and_shown_as_a_reader_would(language, spans, entities):
    texts = [text for text in news_texts() if text.language == language and text.half == "held"]
    row = scores(texts, [found_in(text) for text in texts])[f"held {language}"]
    assert row[2] >= spans
    assert row[3] >= entities
