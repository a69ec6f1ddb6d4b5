"""Exhibitions travel in a whole archive, with every word and hanging."""

from archive.exchange.nouns import carry
from exhibitions.models import Block, Exhibition, Placement, Section

carry(Exhibition, Exhibition.partners.through, Section, Block, Placement)
