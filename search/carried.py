"""Nothing of the search travels in a whole archive: it is always made again."""

from archive.exchange.nouns import leave_out
from search.models import Outbox

leave_out({Outbox: "what the index has yet to hear; written anew for every item"})
