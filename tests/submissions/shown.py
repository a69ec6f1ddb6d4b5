"""From a family's phone to the reading room in one word."""

from archive import actions as archive_actions
from archive import images
from archive.models import Item
from submissions import actions
from submissions.models import Submission
from tests import make


def published(given: Submission) -> Item:
    """The first picture of a contribution, accepted and shown to everybody."""
    archivist = make.user()
    for photograph in given.photographs.all():
        images.develop(photograph.media)
    (item, *_others) = actions.accept(given, by=archivist)
    changes = {
        "title": "Farfar",
        "alt_text": "En mand",
        "is_date_unknown": True,
        "is_place_unknown": True,
        "rights_basis": Item.RightsBasis.FAMILY,
    }
    item = archive_actions.describe(
        item, version=item.version, changes=changes, by=archivist
    )
    return archive_actions.publish(item, publication="full", by=archivist)
