"""The worker in a process of its own: files, mail and index."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from config import work


class Command(BaseCommand):
    help = "Do the background work (files, mail, index) until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        work.run(stop)
