"""What families fill in. Only what cannot be kept is refused, and never lost."""

from submissions.forms.contribute import ContributeForm
from submissions.forms.family import MessageForm, ObjectForm
from submissions.forms.permission import DecideForm, PermissionFields

__all__ = [
    "ContributeForm",
    "DecideForm",
    "MessageForm",
    "ObjectForm",
    "PermissionFields",
]
