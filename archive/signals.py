"""What the archive tells the apps above it, inside the transaction.

Each is sent with item= unless said otherwise; picture_turned with media= and degrees=.
"""

from django.dispatch import Signal

item_changed = Signal()  # described, published again, withdrawn: anything findable
items_changed = Signal()  # the same of many at once, with items=
item_published = Signal()
item_withdrawn = Signal()
item_erased = Signal()  # its words and files are gone for good; its number is not

# Sent with report= by the upkeep: what lies on the disk outside the originals.
looking_round = Signal()
picture_turned = Signal()
person_recognised = Signal()  # also with person=: newly written on an item
