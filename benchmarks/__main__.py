"""`make bench`: each bench prints its own table; none is a test."""

import runpy

BENCHES = ("renditions", "pages", "search", "sheets", "slow_senders", "flood")

for name in BENCHES:
    print(f"\n== {name} ==", flush=True)
    runpy.run_module(f"benchmarks.{name}", run_name="__main__")
