"""The walls of the darkroom: what the decoding process may use of the machine."""

import ctypes
import os
import resource
from contextlib import suppress

MEMORY = 1_500 * 1024 * 1024
CPU_SECONDS = 20
WALL_SECONDS = 40
FILE_BYTES = 64 * 1024 * 1024

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_SIGKILL = 9


def confine() -> bool:
    """Give up what a decoder never needs; say whether the network went as well."""
    for limit, soft, hard in (
        (resource.RLIMIT_AS, MEMORY, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS, CPU_SECONDS + 1),
        (resource.RLIMIT_FSIZE, FILE_BYTES, FILE_BYTES),
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
