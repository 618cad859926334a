"""Makes and checks every distribution of the project: the sdist, and one wheel for each target in `target.py`.

`build` makes the sdist from the checkout and each wheel from the unpacked sdist, by the project's own `setup.py` and a cross compiler that
`compiler` describes. `check` looks at a finished wheel: names, tag, licence, and by way of `reading` and `audit` every binary in it.
`trial` installs a wheel where this machine can run it and works with it. `python -m wheels [TARGET...]` is all of it; everything lives in
build/wheels and is used again.
"""
