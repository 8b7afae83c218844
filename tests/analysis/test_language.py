"""The language of a text is told by its small words, and not guessed where they are missing."""

from __future__ import annotations

import pytest

from lesart.analysis.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Regierung hat am Montag mitgeteilt, dass der Vertrag nicht verlängert wird.", "de"),
        ("The government said on Monday that the contract would not be renewed.", "en"),
        ("Le gouvernement a annoncé lundi que le contrat ne serait pas renouvelé.", "fr"),
        ("El gobierno anunció el lunes que el contrato no se va a renovar.", "es"),
        ("Il governo ha detto che il contratto non sarà rinnovato per il prossimo anno.", "it"),
        ("De regering heeft gezegd dat het contract niet wordt verlengd voor dit jaar.", "nl"),
        ("政府は月曜日に契約を更新しないと発表しました。", "ja"),
        ("Правительство сообщило, что договор не будет продлён.", "ru"),
        ("", ""),
        ("12345 67890", ""),
        ("Xyzzy plugh", ""),
    ],
)
def test_a_sentence_tells_its_language(text, language):
    assert detect(text) == language


def test_a_foreign_quotation_does_not_turn_an_article_around():
    body = "Der Minister sagte, dass die Gespräche mit den Partnern nicht abgebrochen werden. " * 20
    assert detect(body + "“We will not be the ones who leave the table,” he said.") == "de"
