"""Who may sign in, and as what in which edition. Users belong to the installation; roles to one edition."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from contactdays.accounts.enums import RoleName
from contactdays.core.models import EditionOwned


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, password: str | None = None, **more: Any) -> "User":
        """Create a user; without a password nobody can sign in with one."""
        user = self.model(email=self.normalize_email(email), name=name, **more)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who can sign in to this installation. What they see is decided by roles alone."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=300)
    language = models.CharField(max_length=2, default="nl")
    is_active = models.BooleanField(default=True)
    created = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def user_id(self) -> int:
        return self.pk

    @property
    def display_name(self) -> str:
        return self.name


class Role(EditionOwned):
    """``user`` is ``name`` in one edition."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="roles")
    name = models.CharField(max_length=20, choices=RoleName.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "user", "name"], name="one_role_a_name")]

    def __str__(self) -> str:
        return f"{self.user} as {self.name}"
