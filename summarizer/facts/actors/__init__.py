"""Who acts in an article, where each is mentioned, in what role, and how much it is about them.

``mentions`` gathers the names and descriptions of one actor (``groups`` and ``gathered_groups``
those of people without a name), ``roles`` reads what each is, ``salience`` weighs, ``reader`` puts
it together.
"""

from __future__ import annotations

from summarizer.facts.actors.reader import Actor, ActorKind, read_actors, salient_actors
from summarizer.facts.actors.salience import SALIENT, count_salient

__all__ = ["SALIENT", "Actor", "ActorKind", "count_salient", "read_actors", "salient_actors"]
