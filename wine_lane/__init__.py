"""The Wine lane: the Windows build of the library made, installed and tested on Linux.

`machine` sets up what stands in for a Windows machine (cross compiler, Wine, a CPython for Windows with the dependencies), `wheels` makes
the Windows wheel on it, as it makes all others, `suite` runs the tests in it and compares what ran with Linux. `python -m wine_lane` is all
of it; everything lives in build/windows and is used again.
"""
