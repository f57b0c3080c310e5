"""One run over many documents: its models, its threads, and its entry in the store."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace

from summarizer.batch.controls import Controls
from summarizer.batch.garbage import modules_set_aside
from summarizer.batch.leases import Heartbeat
from summarizer.batch.models import concurrency_for, name_of, prices_of, processes_for, share
from summarizer.batch.pool import Crew, in_threads
from summarizer.batch.readers import Readers
from summarizer.batch.spending import Amount, Ledger
from summarizer.batch.types import Job, Outcome, Plan
from summarizer.batch.work import Asking, Storing, StoringWorker, Worker
from summarizer.cache.keying import Keys, full_name
from summarizer.errors import StoreError, SummarizerError
from summarizer.models.prices import FREE
from summarizer.models.resolve import Settings
from summarizer.prompts import load_prompt
from summarizer.revision import revision
from summarizer.store import RunStatus, Store

_AHEAD = 16
"""Documents that are looked up and read while all places are taken, so that none stays empty: on a
busy machine one took 100 ms for that, at 130 a second."""


class Run:
    """A run by a plan; ``outcomes`` works through the documents. For one use.

    Raises, before anything is asked: UnknownName, PromptError, and InputError for limits that
    cannot be kept.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._settings = plan.options.settings or Settings()
        named = (plan.model, *plan.options.fallback)
        self._models = [full_name(name, self._settings) for name in named]
        prices_of(self._models, plan.limits)
        self._prompt = load_prompt(plan.prompt)
        self.concurrency = concurrency_for(self._models[0], plan.limits.concurrency)
        self.processes = processes_for(self._models[0], plan.limits.processes, self.concurrency)
        ledger = Ledger(plan.limits.budget_tokens, plan.limits.budget_usd)
        self._controls = Controls(self.concurrency, ledger)
        self._failed = False

    @property
    def model(self) -> str:
        """The full name of the model that is asked first."""
        return name_of(self._models[0])

    @property
    def spent(self) -> Amount:
        """Tokens and dollars paid until now."""
        return self._controls.ledger.spent

    @property
    def priced(self) -> bool:
        """Whether the price of every model is known, and is not nothing."""
        prices = prices_of(self._models, self._plan.limits)
        return None not in prices and any(price != FREE for price in prices)

    @property
    def stopped(self) -> SummarizerError | None:
        """Why the run ends early, if it does: a key refused, the budget, a store that fails."""
        return self._controls.stopped

    def outcomes(self, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
        """The outcome of each document; closing the generator cancels what is under way.

        After a reason to stop nothing is asked any more; documents that the store has are still
        found, all others end with RunStopped.
        """
        ahead = max(min(self.concurrency, _AHEAD), self.processes)
        threads = self.concurrency + ahead
        window = self._plan.window or 2 * self.concurrency
        crew = Crew(threads, max(window, threads), self._plan.ordered)
        cancel = self._controls.cancellation.cancel
        with ExitStack() as stack:
            worker = self._worker(stack)
            for number, outcome in enumerate(in_threads(iter(jobs), worker, crew, cancel=cancel)):
                if number == 0:  # by now all modules are loaded
                    stack.enter_context(modules_set_aside())
                self._failed = self._failed or outcome.error is not None
                yield outcome

    def _worker(self, stack: ExitStack) -> Worker:
        plan = self._plan
        models = share(self._models, self._settings, plan.limits, self._controls, stack)
        options = replace(plan.options, fallback=tuple(models[1:]), cache=None)
        readers = Readers(self.processes)
        stack.callback(self._controls.cancellation.listen(readers.close))
        stack.callback(readers.close)
        asking = Asking(models[0], self._prompt, options, readers)
        if plan.store is None:
            return Worker(asking, self._controls)
        number = stack.enter_context(self._noted(plan.store))
        heartbeat = Heartbeat(plan.store)
        stack.callback(heartbeat.close)
        revision()  # once, for all keys: the threads would each begin to work it out
        keys = Keys(self._models[0], self._prompt, self._settings, tuple(self._models[1:]))
        storing = Storing(plan.store, number, heartbeat, plan.refresh)
        return StoringWorker(asking, self._controls, keys, storing)

    @contextmanager
    def _noted(self, store: Store) -> Iterator[int]:
        """The run's entry in the store's list, from its beginning to its end; gives its number."""
        number = store.begin_run(
            {
                "model": self.model,
                "prompt": self._prompt.id,
                "concurrency": self.concurrency,
                "fallback": [name_of(model) for model in self._models[1:]],
            }
        )
        status: RunStatus = "interrupted"
        try:
            yield number
            status = "stopped" if self.stopped else "failed" if self._failed else "done"
        finally:
            with suppress(StoreError):
                store.end_run(number, status)
