"""Base models: every row belongs to an edition or to a conference, and is read and written inside it.

Reads outside a scope raise ``Unscoped``; writes of another edition's row raise ``OutsideScope``. What raw SQL could
still do is refused by the triggers of ``core.guards``.
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, TypeVar

from django.db import models

from contactdays.core.errors import OutsideScope, Unscoped
from contactdays.core.scope import Scope, current_scope
from contactdays.core.text import MultilingualField, Text

M = TypeVar("M", bound=models.Model)


def _required_scope(model: type[models.Model], dimension: str) -> Scope:
    scope = current_scope()
    if scope is None or not (scope.everything or getattr(scope, dimension)):
        raise Unscoped(model=model._meta.label, dimension=dimension)
    return scope


def _require_inside(rows: Iterable[models.Model], dimension: str) -> None:
    for row in rows:
        scope = _required_scope(type(row), dimension)
        owner = getattr(row, f"{dimension}_id")
        if not scope.everything and owner != getattr(scope, dimension):
            raise OutsideScope(model=row._meta.label, dimension=dimension, row=owner)


class ScopedQuerySet(models.QuerySet[M]):
    """A query set that writes only inside the scope."""

    @property
    def dimension(self) -> str:
        """Asked of the model: a query set is copied with every filter, and what is set on it is lost."""
        owned: Any = self.model
        return str(owned.dimension)

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        rows = list(objs)
        _require_inside(rows, self.dimension)
        return super().bulk_create(rows, *args, **kwargs)

    def bulk_update(self, objs: Iterable[M], fields: Iterable[str], *args: Any, **kwargs: Any) -> int:
        rows = list(objs)
        _require_inside(rows, self.dimension)
        return super().bulk_update(rows, list(fields), *args, **kwargs)

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        """Refused: SQL of one's own would pass by the scope."""
        raise Unscoped(model=self.model._meta.label, dimension=self.dimension)

    def update(self, **kwargs: Any) -> int:
        if {self.dimension, f"{self.dimension}_id"} & kwargs.keys():
            raise OutsideScope(model=self.model._meta.label, dimension=self.dimension)
        return super().update(**kwargs)


class ScopedManager(models.Manager[M]):
    """A manager whose every query is filtered by the scope in force and raises without one."""

    dimension = "edition"

    def get_queryset(self) -> ScopedQuerySet[M]:
        scope = _required_scope(self.model, self.dimension)
        rows: ScopedQuerySet[M] = ScopedQuerySet(self.model, using=self._db)
        if scope.everything:
            return rows
        return rows.filter(**{self.dimension: getattr(scope, self.dimension)})

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        return self.get_queryset().bulk_create(objs, *args, **kwargs)


class ConferenceScopedManager(ScopedManager[M]):
    dimension = "conference"


class _Scoped(models.Model):
    dimension: ClassVar[str]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        _require_inside([self], self.dimension)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        _require_inside([self], self.dimension)
        return super().delete(*args, **kwargs)


class EditionOwned(_Scoped):
    """A row of exactly one edition."""

    dimension = "edition"
    edition = models.ForeignKey("editions.Edition", on_delete=models.PROTECT, related_name="+")
    objects: ClassVar[ScopedManager[Any]] = ScopedManager()

    class Meta:
        abstract = True


class ConferenceOwned(_Scoped):
    """A row of exactly one conference, shared by its editions."""

    dimension = "conference"
    conference = models.ForeignKey("editions.Conference", on_delete=models.PROTECT, related_name="+")
    objects: ClassVar[ConferenceScopedManager[Any]] = ConferenceScopedManager()

    class Meta:
        abstract = True


class Named(models.Model):
    """Something with a proper name, and what it is called in other languages where that differs.

    A name is not a text that could be missing: where a language has no name of its own, the name stands as it is.
    """

    name = models.CharField(max_length=300)
    names = MultilingualField()

    class Meta:
        abstract = True

    def name_in(self, language: str) -> str:
        return in_language(self.name, self.names, language)


def in_language(name: str, names: Text, language: str) -> str:
    """What ``language`` calls something with this ``name`` and these ``names`` in other languages."""
    return names.get_in(language) or name


def scoped_models(all_models: Sequence[type[models.Model]]) -> list[type[_Scoped]]:
    """Those of ``all_models`` that belong to an edition or a conference."""
    return [model for model in all_models if issubclass(model, _Scoped)]
