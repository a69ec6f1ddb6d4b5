"""What the archive tells the apps above it, inside the transaction.

Each is sent with item=; picture_turned with media= and degrees=.
"""

from django.dispatch import Signal

item_changed = Signal()  # described, published again, withdrawn: anything findable
item_published = Signal()
item_withdrawn = Signal()
picture_turned = Signal()
