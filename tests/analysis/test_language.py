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


SHORT = {
    "de": ["In Mali stehen 4.500 Soldaten.", "Bayern siegt 3:1.", "Der Notruf half ihnen dann weiter.",
           "Tokio meldet 1.200 Fälle.", "500 Schafe ertrunken", "Am Dienstag starben zwei Wanderer."],
    "en": ["Oil falls below $60", "Twelve dead after bus crash in Peru", "Rome builds 40 bridges.",
           "The meeting starts at 8 am.", "500 sheep drowned"],
    "fr": ["Rome construit 40 ponts.", "Mort de trois alpinistes", "Paris recule de 0,4%"],
    "es": ["Roma construye 40 puentes.", "El paro baja al 10,4 %", "500 ovejas ahogadas"],
    "nl": ["In Mali staan 4.500 soldaten.", "Twaalf doden na busongeluk in Peru", "Apple verhoogt winst"],
    "it": ["In Mali ci sono 4.500 soldati.", "La Grecia vota domenica"],
    "pt": ["No Mali há 4.500 soldados.", "Siemens corta 2.700 empregos"],
    "": ["Budapest 40 hidat épít.", "Roma 40 köprü inşa ediyor.", "Hinta nousi 3 prosenttia.",
         "Novak Djokovic, Rafael Nadal"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "texts"), SHORT.items())
def test_a_headline_tells_its_language_and_another_is_not_claimed(language, texts):
    assert {text: detect(text) for text in texts} == dict.fromkeys(texts, language)
