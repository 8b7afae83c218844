"""Which tests are to notice a fault in which module: those that a change of it is checked with."""

from __future__ import annotations

from pathlib import Path

_FIGURES = ("tests/analysis/figures/test_what_the_sentence_says.py", "tests/analysis/figures/test_cases.py",
            "tests/analysis/figures/test_values.py", "tests/analysis/figures/test_facts.py",
            "tests/analysis/gold/test_gold.py")  # fmt: skip
_EXPORTING = ("tests/services/test_exported_files.py", "tests/services/test_exporting.py",
              "tests/services/test_markdown_for_note_takers.py")  # fmt: skip
_STORE = ("tests/store/test_writes.py", "tests/store/test_articles.py", "tests/store/test_findings.py",
          "tests/services/test_save_article.py", "tests/services/test_verdict_changes.py",
          "tests/services/test_note_changes.py")  # fmt: skip

TESTS: dict[str, tuple[str, ...]] = {
    "text/clean.py": ("tests/text/test_clean.py",),
    "anchor/": (
        "tests/anchor/test_anchor.py::test_every_small_case_comes_out_as_before",  # quick, and sees most
        "tests/anchor/test_anchor.py",
    ),
    "anchor/aligning.py": (
        "tests/anchor/test_aligning.py",
        "tests/anchor/test_anchor.py::test_every_small_case_comes_out_as_before",
    ),
    "analysis/figures/negation.py": _FIGURES,
    "analysis/figures/qualifiers.py": _FIGURES,
    "services/exporting/": _EXPORTING,
    "services/exporting/sqlite_file.py": ("tests/services/test_sqlite_file.py",),
    "services/save_article.py": ("tests/services/test_save_article.py",),
    "services/note_changes.py": (
        "tests/services/test_note_changes.py",
        "tests/services/test_two_screens.py",
        "tests/services/test_merge_marks.py",
    ),
    "services/verdict_changes.py": ("tests/services/test_verdict_changes.py",),
    "services/drafts.py": ("tests/services/test_drafts.py",),
    "services/merge_marks.py": ("tests/services/test_merge_marks.py",),
    "services/save_file.py": (
        "tests/services/test_importing_again.py",
        "tests/services/test_importing.py",
    ),
    "services/importing/": (
        "tests/services/test_bringing_back.py",
        "tests/services/test_exported_files.py::test_what_comes_out_goes_in_and_comes_out_the_same",
    ),
    "store/tables/analyses.py": (
        "tests/store/test_findings.py",
        "tests/services/test_changed_figures.py",
        "tests/services/test_same_figure.py",
        "tests/store/test_figure_search.py",
        "tests/services/test_verdict_changes.py",
        "tests/store/test_in_step.py",
    ),
    "store/tables/annotations.py": (
        "tests/store/test_writes.py",
        "tests/services/test_note_changes.py",
    ),
    "store/tables/article_states.py": (
        "tests/store/test_articles.py",
        "tests/store/test_writes.py",
    ),
    "store/tables/article_identity.py": (
        "tests/store/test_article_identity.py",
        "tests/services/test_note_changes.py",
        "tests/services/test_verdict_changes.py",
        "tests/services/test_drafts.py",
    ),
    "store/tables/": _STORE,
    "store/tables/articles.py": (
        "tests/store/test_articles.py",
        "tests/store/test_writes.py",
        "tests/services/test_save_article.py",
    ),
    "store/tables/feeds.py": ("tests/store/test_feeds.py",),
    "store/tables/new_bodies.py": ("tests/store/test_articles.py", "tests/store/test_writes.py"),
    "store/tables/same_entities.py": ("tests/store/test_story_tables.py",),
    "store/tables/settings.py": ("tests/store/test_settings.py",),
    "store/tables/stories.py": ("tests/store/test_story_tables.py",),
    "store/tables/verdicts.py": (
        "tests/store/test_writes.py",
        "tests/services/test_verdict_changes.py",
        "tests/services/test_save_article.py",
    ),
    "tui/undo.py": ("tests/tui/test_undo.py",),
}
"""The longest beginning of a module's path that is here names its tests."""


def named_for(module: str, root: Path) -> list[str]:
    """The tests for a module, by its path below `src/lesart`; those that are there."""
    known = [beginning for beginning in TESTS if module.startswith(beginning)]
    if not known:
        raise SystemExit(
            f"{module}: no tests are named for it; add them to tests/mutation/targets.py."
        )
    return [
        test for test in TESTS[max(known, key=len)] if (root / test.partition("::")[0]).exists()
    ]
