"""Bring each language's file in step with the sources: new sentences go in empty, old ones go out."""

from __future__ import annotations

from tests.translations.sources import files, read, updated


def main() -> None:
    for path in files():
        path.write_text(updated(path), encoding="utf-8")
        missing = [m.id for m in read(path) if m.id and not all(_forms(m.string))]
        print(f"{path.name}: {len(missing)} sentences are not translated yet")
        for sentence in missing:
            print(f"  {sentence!r}")


def _forms(string: object) -> tuple[object, ...]:
    return string if isinstance(string, tuple) else (string,)


if __name__ == "__main__":
    main()
