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
    given = list(clauses)
    refutation = _Refutation(max((abs(literal) for clause in given for literal in clause), default=1))
    for clause in given:
        refutation.keep(clause)
    for number, line in enumerate(proof, 1):
        if refutation.refuted:
            return None
        words = line.split()
        dropped = words[:1] == ["d"]
        literals = _literals(words[1:] if dropped else words, refutation.variables)
        if literals is None:
            return number
        if dropped:
            refutation.drop(literals)
        elif not refutation.adds(literals):
            return number
    return None if refutation.refuted else len(proof) + 1


def _literals(words: list[str], variables: int) -> Clause | None:
    """The clause of a line; None for what is none, or not about the variables there are."""
    try:
        numbers = [int(word) for word in words]
    except ValueError:
        return None
    if not numbers or numbers[-1] != 0 or not all(0 < abs(number) <= variables for number in numbers[:-1]):
        return None
    return tuple(numbers[:-1])


class _Refutation:
    """Clauses with two watched literals each, and what they force.

    ``_true`` and ``_watching`` are indexed by literals; a negative one counts from the end, as Python has it.
    """

    def __init__(self, variables: int) -> None:
        self.refuted = False
        self.variables = variables
        self._true = bytearray(2 * variables + 1)
        self._watching: list[list[list[int]]] = [[] for _ in range(2 * variables + 1)]
        self._known: dict[Clause, list[list[int]]] = defaultdict(list)

    def adds(self, literals: Clause) -> bool:
        """Whether the clause follows; if so it is one of the clauses from now on."""
        true = self._true
        assumed: list[int] = []
        follows = False
        for literal in literals:
            if true[literal]:
                follows = True
                break
            if not true[-literal]:
                true[-literal] = 1
                assumed.append(-literal)
        follows = follows or self._contradicted(assumed)
        for literal in assumed:
            true[literal] = 0
        if follows:
            self.keep(literals)
        return follows

    def drop(self, literals: Clause) -> None:
        """Drop a clause; one that forces something already known stays, so that the known stays founded."""
        known = self._known.get(tuple(sorted(set(literals))))
        if known and not any(self._true[literal] for literal in literals):
            known.pop().clear()

    def keep(self, literals: Sequence[int]) -> None:
        """Take the clause for given, and draw the conclusions."""
        distinct = tuple(sorted(set(literals)))
        if self.refuted or any(-literal in distinct for literal in distinct):
            return
        watched = sorted(distinct, key=lambda literal: self._true[-literal])
        self._known[distinct].append(watched)
        if len(watched) > 1:
            self._watching[watched[0]].append(watched)
            self._watching[watched[1]].append(watched)
        open_ones = [literal for literal in watched[:2] if not self._true[-literal]]
        if not open_ones:
            self.refuted = True
        elif len(open_ones) == 1 and not self._true[open_ones[0]]:
            self._true[open_ones[0]] = 1
            self.refuted = self._contradicted([open_ones[0]])

    def _contradicted(self, trail: list[int]) -> bool:
        """Draw all conclusions from the literals of ``trail``, which grows by them; whether they contradict."""
        true, watching = self._true, self._watching
        for literal in trail:
            false = -literal
            pending = watching[false]
            kept = watching[false] = []
            for place, clause in enumerate(pending):
                if not clause:
                    continue
                other = clause[0]
                if other == false:
                    other = clause[1]
                if true[other]:
                    kept.append(clause)
                    continue
                for at in range(2, len(clause)):
                    another = clause[at]
                    if not true[-another]:
                        clause[0], clause[1], clause[at] = other, another, false
                        watching[another].append(clause)
                        break
                else:
                    kept.append(clause)
                    if true[-other]:
                        kept.extend(pending[place + 1 :])
                        return True
                    true[other] = 1
                    trail.append(other)
        return False
