"""What the archive tells the apps above it. Each is sent with item=, inside the transaction."""

from django.dispatch import Signal

item_changed = Signal()  # described, published again, withdrawn: anything findable
item_published = Signal()
item_withdrawn = Signal()

# Sent with report= by the upkeep: what lies on the disk outside the originals.
looking_round = Signal()
