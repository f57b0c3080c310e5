"""A task for a worker queue, here Huey with a SQLite file: no server is needed.

Start a worker with ``huey_consumer examples.worker.queue``, and hand in work from anywhere:

    from examples.worker import summarize_article
    result = summarize_article("articles/storm.txt")

The store keeps what was paid for: a task that is run twice asks the model once.
"""

from __future__ import annotations

import os

from huey import SqliteHuey
from huey.exceptions import CancelExecution

from summarizer import InputError, SummarizerError, summarize_many
from summarizer.document import read_source
from summarizer.store import Store, default_store_path

queue = SqliteHuey("summaries", filename=os.environ.get("QUEUE_FILE", "queue.db"))


@queue.task(retries=3, retry_delay=60)
def summarize_article(source: str) -> str:
    """The summary of an article as JSON. A provider that is down is asked again later."""
    try:
        document = read_source(source)
    except InputError as error:
        # No article, or none that can be read: trying again would not help.
        raise CancelExecution(str(error), retry=False) from None
    with Store(default_store_path()) as store:
        outcome = next(summarize_many([document], store=store))
    if isinstance(outcome, SummarizerError):
        raise outcome
    return outcome.model_dump_json()
