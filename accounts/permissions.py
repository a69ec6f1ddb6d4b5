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


def may_manage(user: Visitor) -> bool:
    """Invite people, and say what they do here: archivists and administrators."""
    return has_role(user, DECIDES)


def may_take_out(user: Visitor) -> bool:
    """Take the whole archive out, with families' contact data: administrators."""
    return has_role(user, {Role.ADMINISTRATOR})


def roles_given_by(user: Visitor) -> list[User.Role]:
    """The roles somebody may give: only an administrator makes another one."""
    if not may_manage(user):
        return []
    is_administrator = has_role(user, {Role.ADMINISTRATOR})
    return [role for role in Role if role != Role.ADMINISTRATOR or is_administrator]


def may_change(user: Visitor, person: User) -> bool:
    """Whether somebody may change another's role, leave and end."""
    return person.role in roles_given_by(user)


def may_say_when_away(user: Visitor, person: User) -> bool:
    """Everybody says themselves when they are away; who manages, for the others."""
    return may_change(user, person) or (works_here(user) and user == person)


def has_role(user: Visitor, roles: set[User.Role]) -> bool:
    """Whether this is somebody of the house in one of these roles."""
    return isinstance(user, User) and user.is_active and user.role in roles
