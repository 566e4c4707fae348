"""Whether the certificates that a plan carries show what they say."""

from collections.abc import Iterator

from contactdays.planner.values import Aim, Certificate, CertificateKind, Violation

from .cnf import clauses_of
from .objectives import OBJECTIVES, SOUGHT
from .prices import bound_at
from .rup import first_flaw
from .starts import are_too_many
from .supply import Market
from .week import Week


def wrong_certificate(week: Week) -> Iterator[Violation]:
    """Hard: no bound stands on the wrong side of the plan, and each is shown by what comes with it.

    ``lp-dual``: prices that add up to the bound on the value, or less. ``drup``: a refutation, without a flaw, of all
    plans with the same meetings and fewer breaks. A solver's claim is taken for what it is. ``bound_certificate`` is
    about the first tier's first aim.
    """
    first = week.problem.objectives[0][0].aim
    for certificate, aim in ((week.plan.bound_certificate, first), (week.plan.breaks_certificate, Aim.BREAKS)):
        if certificate is None:
            continue
        facts = _flaw(week, certificate, aim)
        if facts:
            about = ("aim", str(certificate.aim)), ("bound", certificate.bound), ("kind", str(certificate.kind))
            yield Violation("wrong_certificate", facts=(*about, *facts))


Facts = tuple[tuple[str, int | str], ...]


def _flaw(week: Week, certificate: Certificate, aim: Aim) -> Facts:
    """What is wrong with ``certificate``, nothing if all is well."""
    if certificate.aim is not aim:
        return (("expected", str(aim)),)
    reached = OBJECTIVES[aim](week)
    if not isinstance(reached, int):
        return () if certificate.kind is CertificateKind.SOLVER_CLAIM else (("shown", "nothing"),)
    if (reached > certificate.bound) if aim in SOUGHT else (reached < certificate.bound):
        return (("reached", reached),)
    if certificate.kind is CertificateKind.LP_DUAL:
        return _flaw_in_prices(week, certificate)
    return _flaw_in_proof(week, certificate) if certificate.kind is CertificateKind.DRUP else ()


def _flaw_in_prices(week: Week, certificate: Certificate) -> Facts:
    shown = None
    if certificate.aim is Aim.VALUE and certificate.scale > 0 and not are_too_many(week.problem):
        shown = bound_at(Market(week.problem), certificate.prices, certificate.scale)
    if shown is None:
        return (("shown", "nothing"),)
    return () if shown <= certificate.bound else (("shown", shown),)


def _flaw_in_proof(week: Week, certificate: Certificate) -> Facts:
    if certificate.aim is not Aim.BREAKS:
        return (("shown", "nothing"),)
    if certificate.bound <= 0:
        return ()
    held = [name for name in week.held if name in week.requests]
    clauses = clauses_of(week.problem, held, certificate.bound - 1)
    if clauses is None:
        return (("shown", "nothing"),)
    flaw = first_flaw(clauses, certificate.proof)
    return () if flaw is None else (("step", flaw),)
