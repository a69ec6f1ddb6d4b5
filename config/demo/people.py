"""Who opens the doors of the sample archive."""

from django.contrib.auth.hashers import make_password

from accounts.models import User

PASSWORD = "ankomst-demo"  # noqa: S105  (it is printed on the screen)

PEOPLE = (
    ("poul@example.org", "Poul Henriksen", User.Role.ARCHIVIST),
    ("selma@example.org", "Selma Begović", User.Role.CURATOR),
    ("kirsten@example.org", "Kirsten Lund", User.Role.VOLUNTEER),
    ("admin@example.org", "Administrator", User.Role.ADMINISTRATOR),
)


def make_people() -> dict[str, User]:
    """The four, by the first word of their address; made once."""
    people = {}
    for email, name, role in PEOPLE:
        user, _made = User.objects.get_or_create(
            email=email,
            defaults={"name": name, "role": role, "password": make_password(PASSWORD)},
        )
        people[email.split("@")[0]] = user
    return people
