"""Put notes of other programs on the article that they were made on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lesart.services.importing.foreign import Foreign
from lesart.services.importing.foreign_notes import put_on
from lesart.store import Store


def put_notes(
    store: Store, article_id: int, notes: Sequence[Foreign], now: int
) -> tuple[int, int, int]:
    """Store each; gives how many came in, how many are newer here and stay, how many replaced one."""
    text = store.articles.text(article_id) or ""
    taken = stayed = replaced = 0
    with store.transaction():
        for note in notes:
            here = store.annotations.by_uid(note.uid)
            if here is None:
                store.annotations.put(put_on(article_id, text, note, now))
            elif note.changed > here.changed:
                said = replace(here, note=note.note, tags=note.tags, changed=note.changed)
                store.annotations.put(said)
                replaced += 1
            else:
                stayed += here.changed > note.changed
                continue
            taken += 1
        tie_replies(store, {note.uid: note.reply_to for note in notes if note.reply_to})
    return taken, stayed, replaced


def tie_replies(store: Store, replies: dict[str, str]) -> None:
    """Tell each note which one it answers, by their uids."""
    for uid, parent_uid in replies.items():
        note, parent = store.annotations.by_uid(uid), store.annotations.by_uid(parent_uid)
        if note and parent and note.parent != parent.id and note.id != parent.id:
            store.annotations.put(replace(note, parent=parent.id))
