"""Reading a whole archive's JSON row by row, so that it never stands in memory whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

A_PIECE = 1 << 16
LARGEST_ROW = 64 * 1024 * 1024  # letters; no row of ours is nearly as long
BLANK = " \t\r\n"


class Broken(ValueError):
    """This is no JSON of the shape we write: {"name": value, "noun": [rows]}."""


def entries(file: TextIO) -> Iterator[tuple[str, Any]]:
    """Each name with its value; a list as a name with each of its rows in turn."""
    text = _Text(file)
    text.take("{")
    while True:
        name = text.value()
        text.take(":")
        if text.next() == "[":
            for row in _rows(text):
                yield name, row
        else:
            yield name, text.value()
        if text.take(",}") == "}":
            break
    if text.next():
        raise Broken("Something stands after the end.")


def _rows(text: _Text) -> Iterator[Any]:
    text.take("[")
    if text.next() == "]":
        text.take("]")
        return
    while True:
        yield text.value()
        if text.take(",]") == "]":
            return


class _Text:
    """The text that is at hand, and more of it when it is asked for."""

    def __init__(self, file: TextIO) -> None:
        self.file = file
        self.held = ""
        self.at = 0
        self.decoder = json.JSONDecoder()

    def next(self) -> str:
        """The next sign that is not blank; nothing at the end."""
        while True:
            while self.at < len(self.held) and self.held[self.at] in BLANK:
                self.at += 1
            if self.at < len(self.held):
                return self.held[self.at]
            if not self.more(A_PIECE):
                return ""

    def take(self, signs: str) -> str:
        """One of these signs, and nothing else."""
        sign = self.next()
        if not sign or sign not in signs:
            raise Broken(f"“{sign}” stands where one of “{signs}” should.")
        self.at += 1
        return sign

    def value(self) -> Any:
        """One value, with as much text as it takes."""
        self.next()
        size = A_PIECE
        while True:
            try:
                found, end = self.decoder.raw_decode(self.held, self.at)
            except ValueError as error:
                if size > LARGEST_ROW or not self.more(size):
                    raise Broken(str(error)) from error
                size *= 2
                continue
            length = end - self.at
            if end < len(self.held) or not self.more(A_PIECE):
                self.at += length  # a number at the edge could have gone on
                return found

    def more(self, size: int) -> bool:
        piece = self.file.read(size)
        self.held = self.held[self.at :] + piece
        self.at = 0
        return bool(piece)
