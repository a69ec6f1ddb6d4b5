"""One mailbox, however its letters were typed; in every database alike."""

from typing import Any

from django.db import models
from django.db.models.lookups import IExact


@models.EmailField.register_lookup
class SameMailbox(IExact):
    """Only a–z count as the same in both sizes.

    PostgreSQL would take ı for i: whoever has an address at maıl.com would be sent
    the links of somebody at mail.com.
    """

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        lhs, asked = compiler.compile(self.lhs)
        rhs, given = self.process_rhs(compiler, connection)
        sides = (f'UPPER({side}::text COLLATE "C")' for side in (lhs, rhs))
        return " = ".join(sides), [*asked, *given]
