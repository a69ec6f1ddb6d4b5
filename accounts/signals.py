"""What the people of the house tell the apps above, inside the transaction.

Each is sent with person= and by=: whoever goes on leave or ends lets go of everything
they have in hand, so that others can go on with it.
"""

from django.dispatch import Signal

person_left = Signal()
