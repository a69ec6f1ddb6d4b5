"""What families fill in. Only what cannot be kept is refused, and never lost."""

from submissions.forms.collecting import DayForm, SheetForm
from submissions.forms.contribute import ContributeForm
from submissions.forms.family import (
    HearForm,
    LostForm,
    MessageForm,
    MoreForm,
    ObjectForm,
)
from submissions.forms.permission import DecideForm, PermissionFields

__all__ = [
    "ContributeForm",
    "DayForm",
    "DecideForm",
    "HearForm",
    "LostForm",
    "MessageForm",
    "MoreForm",
    "ObjectForm",
    "PermissionFields",
    "SheetForm",
]
