"""What is passed on: cards in every size, words for each channel, plain links."""

from exhibitions.sharing.cards import SIZES, card
from exhibitions.sharing.words import of_exhibition, post_text

__all__ = ["SIZES", "card", "of_exhibition", "post_text"]
