"""Chosen items, told in order."""

from exhibitions.models.exhibition import Block, Exhibition, Placement, Section

__all__ = ["Block", "Exhibition", "Placement", "Section"]
