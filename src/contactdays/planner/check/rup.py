"""Refutations, checked step by step.

A clause follows from others by *reverse unit propagation* when taking it for false and drawing the conclusions that
single clauses force leads to a contradiction. A proof adds such clauses one after the other, and may drop some, until
the empty clause follows (Goldberg and Novikov, DATE 2003; the format is that of drat-trim, without its extensions).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

Clause = tuple[int, ...]


def first_flaw(clauses: Iterable[Sequence[int]], proof: Sequence[str]) -> int | None:
    """The number, from 1, of the first line of ``proof`` that is wrong; None when it refutes ``clauses``.

    A line holds a clause's literals and a 0, after a ``d`` when the clause is dropped. A proof that ends without a
    contradiction is wrong in the line after its last.
    """
    refutation = _Refutation(clauses)
    for number, line in enumerate(proof, 1):
        if refutation.refuted:
            return None
        words = line.split()
        dropped = words[:1] == ["d"]
        literals = _literals(words[1:] if dropped else words)
        if literals is None:
            return number
        if dropped:
            refutation.drop(literals)
        elif not refutation.adds(literals):
            return number
    return None if refutation.refuted else len(proof) + 1


def _literals(words: list[str]) -> Clause | None:
    try:
        numbers = [int(word) for word in words]
    except ValueError:
        return None
    return tuple(numbers[:-1]) if numbers and numbers[-1] == 0 and 0 not in numbers[:-1] else None


class _Refutation:
    """Clauses with two watched literals each, and what they force (``true``: the literals known to hold)."""

    def __init__(self, clauses: Iterable[Sequence[int]]) -> None:
        self.refuted = False
        self._true: set[int] = set()
        self._watching: dict[int, list[list[int]]] = defaultdict(list)
        self._numbered: dict[Clause, list[list[int]]] = defaultdict(list)
        for clause in clauses:
            self._keep(clause)

    def adds(self, literals: Clause) -> bool:
        """Whether the clause follows; if so it is one of the clauses from now on."""
        assumed: list[int] = []
        follows = any(literal in self._true for literal in literals)
        for literal in () if follows else literals:
            if literal in self._true:
                follows = True
                break
            if -literal not in self._true:
                self._true.add(-literal)
                assumed.append(-literal)
        if not follows:
            follows = self._contradicted(assumed)
        self._true.difference_update(assumed)
        if follows:
            self._keep(literals)
        return follows

    def drop(self, literals: Clause) -> None:
        """Drop a clause; one that forces something already known stays, so that the known stays founded."""
        known = self._numbered.get(tuple(sorted(set(literals))))
        if known and not any(literal in self._true for literal in literals):
            known.pop().clear()

    def _keep(self, literals: Sequence[int]) -> None:
        distinct = tuple(sorted(set(literals)))
        if self.refuted or any(-literal in distinct for literal in distinct):
            return
        watched = sorted(distinct, key=lambda literal: -literal in self._true)
        self._numbered[distinct].append(watched)
        if len(watched) > 1:
            self._watching[watched[0]].append(watched)
            self._watching[watched[1]].append(watched)
        open_ones = [literal for literal in watched[:2] if -literal not in self._true]
        if not open_ones:
            self.refuted = True
        elif len(open_ones) == 1 and open_ones[0] not in self._true:
            self._true.add(open_ones[0])
            self.refuted = self._contradicted([open_ones[0]])

    def _contradicted(self, trail: list[int]) -> bool:
        """Draw all conclusions from the literals of ``trail``, which grows by them; whether they contradict."""
        true, watching = self._true, self._watching
        for literal in trail:
            false = -literal
            kept: list[list[int]] = []
            pending = watching[false]
            watching[false] = kept
            for place, clause in enumerate(pending):
                if not clause:
                    continue
                other = clause[0] if clause[1] == false else clause[1]
                if other in true:
                    kept.append(clause)
                    continue
                for at in range(2, len(clause)):
                    if -clause[at] not in true:
                        clause[0], clause[1], clause[at] = other, clause[at], false
                        watching[clause[1]].append(clause)
                        break
                else:
                    kept.append(clause)
                    if -other in true:
                        kept.extend(pending[place + 1 :])
                        return True
                    true.add(other)
                    trail.append(other)
        return False
