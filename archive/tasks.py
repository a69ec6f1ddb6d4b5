"""Messengers: they make work prompt. The truth about pending work is in the rows."""

from django_tasks import task

from archive import images
from archive.models import Media


@task()
def develop(media_pk: int) -> None:
    """Open one file that waits. Running twice, or for a file long gone, is harmless."""
    media = Media.objects.filter(pk=media_pk, state=Media.State.RECEIVED).first()
    if media is not None:
        images.develop(media)


def sweep(limit: int = 20) -> int:
    """Open files no messenger came for; returns how many were opened."""
    received = Media.objects.filter(state=Media.State.RECEIVED)
    waiting = list(received.order_by("received_at")[:limit])
    for media in waiting:
        images.develop(media)
    return len(waiting)
