"""What the archive tells the apps above it. Each is sent with item=, inside the transaction."""

from django.dispatch import Signal

item_changed = Signal()  # described, published again, withdrawn: anything findable
item_published = Signal()
item_withdrawn = Signal()
person_recognised = Signal()  # also with person=: newly written on an item
