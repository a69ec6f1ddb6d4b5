"""The walls of the darkroom: what the decoding process may use of the machine."""

import ctypes
import os
import resource
from contextlib import suppress
from typing import NamedTuple

_MEGABYTE = 1024 * 1024

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_SIGKILL = 9


class Walls(NamedTuple):
    """How much one process may take: bytes and seconds."""

    memory: int
    cpu_seconds: int
    wall_seconds: int
    file_bytes: int


FOR_PICTURES = Walls(1_500 * _MEGABYTE, 20, 40, 64 * _MEGABYTE)

# A film of the size we take in is written anew in a minute or two, an hour of sound
# in twenty seconds. What takes longer waits for a person.
FOR_PLAYING = Walls(1_500 * _MEGABYTE, 240, 300, 256 * _MEGABYTE)


def confine(walls: Walls = FOR_PICTURES) -> bool:
    """Give up what a decoder never needs; say whether the network went as well."""
    cpu = walls.cpu_seconds
    for limit, soft, hard in (
        (resource.RLIMIT_AS, walls.memory, walls.memory),
        (resource.RLIMIT_CPU, cpu, cpu + 1),
        (resource.RLIMIT_FSIZE, walls.file_bytes, walls.file_bytes),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with suppress(OSError, ValueError):  # a stricter limit already holds
            resource.setrlimit(limit, (soft, hard))
    os.nice(5)  # visitors come first
    try:
        return _leave_the_network()
    except (AttributeError, OSError):  # elsewhere than on Linux
        return False


def _leave_the_network() -> bool:
    """Let go of network and privileges, as far as this kernel lets us."""
    kernel = ctypes.CDLL(None)
    kernel.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    kernel.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    alone = (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET)
    return any(kernel.unshare(flags) == 0 for flags in alone)
