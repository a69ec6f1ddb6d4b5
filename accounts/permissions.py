"""Who may do what by their role. Each app's own policy builds on these."""

from django.contrib.auth.models import AnonymousUser

from accounts.models import User

Role = User.Role
Visitor = User | AnonymousUser

DESCRIBES = {Role.REGISTRAR, Role.ARCHIVIST, Role.ADMINISTRATOR}
DECIDES = {Role.ARCHIVIST, Role.ADMINISTRATOR}
SITS_AT_TABLE = {Role.VOLUNTEER, *DESCRIBES}
CURATES = {Role.CURATOR, Role.ARCHIVIST, Role.EDITOR, Role.ADMINISTRATOR}


def works_here(user: Visitor) -> bool:
    """Anybody signed in and active may enter the workroom."""
    return isinstance(user, User) and user.is_active


def may_review(user: Visitor) -> bool:
    """Read what families sent, ask them, accept and decline: registrars and up."""
    return has_role(user, DESCRIBES)


def may_sit_at_table(user: Visitor) -> bool:
    """Help families on a collection day: volunteers, registrars and archivists."""
    return has_role(user, SITS_AT_TABLE)


def may_decide(user: Visitor) -> bool:
    """Publish, withdraw and settle rights: archivists."""
    return has_role(user, DECIDES)


def may_curate(user: Visitor) -> bool:
    """Build exhibitions, print and share: curators, editors and archivists."""
    return has_role(user, CURATES)


def may_call(user: Visitor) -> bool:
    """Issue calls and know the partners: archivists, curators and editors."""
    return has_role(user, CURATES)


def has_role(user: Visitor, roles: set[User.Role]) -> bool:
    """Whether this is somebody of the house in one of these roles."""
    return isinstance(user, User) and user.is_active and user.role in roles
