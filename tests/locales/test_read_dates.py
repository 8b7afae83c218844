"""Dates as the world writes them become moments; what may mean two days becomes none."""

from __future__ import annotations

import pytest

from lesart.locales.read_dates import iso, read_date, read_written


def as_read(raw: str, language: str = "") -> str | None:
    return iso(read_date(raw, language))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mon, 04 Mar 2024 09:30:00 ACDT", "2024-03-03T23:00:00Z"),
        ("Mon, 04 Mar 2024 09:30 NZST", "2024-03-03T21:30:00Z"),
        ("Mon, 04 Mar 2024 09:30:00 America/Sao_Paulo", "2024-03-04T12:30:00Z"),
        ("Tue, 09 Jul 2024 09:30 ET", "2024-07-09T13:30:00Z"),
        ("Tue, 09 Jan 2024 09:30 ET", "2024-01-09T14:30:00Z"),
        ("2024-03-04T09:30:00+01:00[Europe/Rome]", "2024-03-04T08:30:00Z"),
        ("Mon Mar 4 09:30:00 CET 2024", "2024-03-04T08:30:00Z"),
        ("Mon Mar 04 2024 09:30:00 GMT+0100 (heure normale)", "2024-03-04T08:30:00Z"),
        ("4 March 2024 at 09:30 (MEZ)", "2024-03-04T08:30:00Z"),
        ("04.03.2024 - 09:30", "2024-03-04T09:30:00Z"),
        ("Am 4. März 2024 um 9.30 Uhr", "2024-03-04T09:30:00Z"),
        ("1709544600", "2024-03-04T09:30:00Z"),
        ("1709544600123", "2024-03-04T09:30:00Z"),
        ("20240304T093000Z", "2024-03-04T09:30:00Z"),
        ("March 4, 2024, 9:30 p.m.", "2024-03-04T21:30:00Z"),
        ("4 mars 2024 à 9h30", "2024-03-04T09:30:00Z"),
        ("2024年3月4日 午後9時30分", "2024-03-04T21:30:00Z"),
        ("2024. 3. 4.", "2024-03-04"),
        ("2024/3/4", "2024-03-04"),
        ("3/24/2024", "2024-03-24"),
        ("March 2024", "2024-03"),
        ("marzo de 2024", "2024-03"),
    ],
)
def test_a_date_is_read_however_it_is_written(raw: str, expected: str) -> None:
    assert as_read(raw) == expected


@pytest.mark.parametrize(
    ("raw", "month"),
    [
        ("mer., 03 janv. 2024", 1), ("03 févr. 2024", 2), ("3 avr. 2024", 4), ("3 août 2024", 8),
        ("mié, 03 ene 2024", 1), ("sáb, 03 ago 2024", 8), ("3 de septiembre de 2024", 9),
        ("mer, 03 gen 2024", 1), ("ven 3 mag 2024", 5), ("3 giugno 2024", 6), ("3 lug 2024", 7),
        ("3 ottobre 2024", 10), ("3 dic 2024", 12), ("do, 03 mrt 2024", 3), ("3 mei 2024", 5),
        ("3 augustus 2024", 8), ("qua, 03 fev 2024", 2), ("3 de maio de 2024", 5),
        ("sex, 03 out 2024", 10), ("3 de dezembro de 2024", 12), ("Mi, 03 Jän 2024", 1),
        ("3 Mrz 2024", 3), ("3. Dezember 2024", 12), ("3 maja 2024", 5), ("3 grudnia 2024", 12),
        ("3 мая 2024", 5), ("3 сентября 2024", 9), ("3 eylül 2024", 9), ("3. května 2024", 5),
    ],
)  # fmt: skip
def test_months_are_known_in_many_languages(raw: str, month: int) -> None:
    assert as_read(raw) == f"2024-{month:02}-03"


@pytest.mark.parametrize(
    "raw",
    ["4/5/2024", "05-04-2024", "4 Mar", "4 Mar 09:30", "Mar 4", "31 Feb 2024", "32.01.2024",
     "2024-13-01", "12:30", "soon", "", "3 Xyz 2024", "99999999999"],
)  # fmt: skip
def test_what_is_no_date_or_may_be_two_is_none(raw: str) -> None:
    assert as_read(raw) is None


def test_a_language_tells_which_number_is_the_day() -> None:
    assert as_read("4/5/2024", "fr") == "2024-05-04"
    assert as_read("4/5/2024", "en") is None


def test_a_clock_in_a_zone_nobody_knows_gives_the_day_alone() -> None:
    assert as_read("Mon, 04 Mar 2024 09:30:00 QQQT") == "2024-03-04"


def test_the_day_is_the_writers_own() -> None:
    written = read_written("20240304T003000+0900")
    assert written is not None
    assert (iso(written.moment), written.day) == ("2024-03-03T15:30:00Z", "2024-03-04")


@pytest.mark.parametrize(
    "written",
    [
        "Mon, 16 Nov 2026 10:00:00 GMT", "6 May 2026 23:59:59 +1400", "Mar, 06 Oct 2026 00:00:00 -0330",
        "Tue, 31 Feb 2026 10:00:00 GMT", "Mon, 16 Foo 2026 10:00:00 GMT", "Sat, 01 Jan 0000 10:00:00 UTC",
        "2026-11-16T10:00:00Z", "2026-11-16T10:00:00.123456-05:00", "2026-13-16T10:00:00+0530",
        "2026-02-30T10:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-14:59",
    ],
)  # fmt: skip
def test_the_standard_ways_mean_the_same_alone_and_among_words(written: str) -> None:
    """Alone they are read by a shorter way."""
    assert read_written(written) == read_written(f"– {written}")
