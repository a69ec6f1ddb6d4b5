"""Uncertain dates, as people remember them.

Somebody writes “ca. 1974” or “Kurban Bayramı 1979”; `read` understands it or
says nothing. The date is kept as EDTF with its earliest and latest day, and can
say itself in every language of the archive.
"""

from archive.dates.asking import meanings
from archive.dates.reading import read
from archive.dates.uncertain import UncertainDate, from_age, from_edtf, from_span

__all__ = ["UncertainDate", "from_age", "from_edtf", "from_span", "meanings", "read"]
