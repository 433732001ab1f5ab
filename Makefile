# Lägesbild: `make serve` shows it, `make test` proves it. Every target sees to the tools it needs (.ci/setup).

# Which edition is shown: demo (made up, needs nothing) or real (needs the folder $(REAL_DATA)).
EDITION ?= demo
PORT ?= 8080
# The address that the site will have, as https://example.org: for sitemap, feeds and the catalogue of data sets.
SITE_ADDRESS ?=
LAGESBILD_SHARED ?= ../shared/data
REAL_DATA := $(LAGESBILD_SHARED)

export PATH := $(CURDIR)/target/tools/bin:$(PATH)
export CARGO_TARGET_DIR := $(CURDIR)/target
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

ifeq ($(filter $(EDITION),demo real),)
$(error EDITION=$(EDITION) is not an edition; allowed are demo and real)
endif
ifeq ($(EDITION)$(wildcard $(REAL_DATA)/.),real)
$(error EDITION=real is made from the folder $(REAL_DATA), which is not here; LAGESBILD_SHARED=… names another place, EDITION=demo needs none)
endif

## Daily

.PHONY: serve
serve: site ## the site on http://localhost:8080 (EDITION=demo|real, PORT=8080)
	@exec $(COMMAND) serve $(SITE) --port $(PORT)

.PHONY: test
test: ## everything that must hold before a change is handed in
	@.ci/steps test

.PHONY: lint
lint: ## format and clippy, natively and for the browser
	@.ci/steps lint

.PHONY: fmt
fmt: ## formats the Rust code
	cargo fmt

## Publishing and the long runs

.PHONY: build
build: dist/index.html ## the complete site in dist/, compressed, ready for any static host

.PHONY: bench
bench: ## the benchmarks, and the statistics beside PySAL's
	@.ci/setup test
	cargo bench --bench figures
	@for profile in release bench; do \
	  echo "In the browser, compiled for $$([ $$profile = release ] && echo 'size (z), as the application is' || echo 'speed (3)'):"; \
	  CHROMEDRIVER="$(CURDIR)/target/tools/bin/chromedriver" \
	  WASM_BINDGEN_TEST_WEBDRIVER_JSON="$(CURDIR)/tests/browser/harness/webdriver.json" \
	  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  cargo test --locked --profile $$profile --target wasm32-unknown-unknown --bench browser -- --nocapture; \
	done
	python3 benches/beside_pysal/run.py

.PHONY: check-all
check-all: test ## make test, and the tests that take long
	cargo test -- --ignored
	node tests/browser/all-pages.mjs $(SITE)
	EVERY_LOOK=1 node --test --test-timeout=3600000 tests/browser/kinds.test.mjs

.PHONY: clean
clean: ## removes what was built; installed tools stay
	rm -rf target dist

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^## /{print "\n" substr($$0, 4)} /^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The way to a site: each file from those it is made of.

COMMAND := target/debug/lagesbild
SITE := target/site/$(EDITION)
FACE := target/face/source-sans-3.woff2
STYLE := target/style/all.css
EMBED_STYLE := target/style/embed.css
# The site's pages: a program for those that are read, and these for the start page, the explorer and the basket.
PROGRAMS := start explore basket
# Figures in other people's pages: a program for each kind.
EMBEDS := line charts map place
# The rooms publish and command are native only; the browser's build never reads them.
APP_SOURCES := Cargo.toml Cargo.lock rust-toolchain.toml Trunk.toml $(wildcard index.html) \
  $(shell find src style public -type f -not -path 'src/publish/*' -not -path 'src/command/*')

.PHONY: site programs tools always
site: $(SITE)/index.html

programs: target/stamps/app target/stamps/embeds

tools:
	@.ci/setup serve

target/stamps:
	@mkdir -p $@

$(FACE): tests/browser/package-lock.json .ci/face.mjs | tools
	@node .ci/face.mjs $@

$(STYLE): $(wildcard style/*.css) .ci/style.mjs | tools
	@node .ci/style.mjs style/all.css $@

$(EMBED_STYLE): $(wildcard style/*.css) .ci/style.mjs | tools
	@node .ci/style.mjs style/embed.css $@

# Cargo builds all programs at the same time; Trunk then finds them built.
target/stamps/programs: $(APP_SOURCES) | tools target/stamps
	cargo build --locked --release --target wasm32-unknown-unknown --bin lagesbild $(PROGRAMS:%=--bin %) $(EMBEDS:%=--bin embed-%)
	@touch $@

target/stamps/embeds: target/stamps/programs $(FACE) $(EMBED_STYLE)
	@for program in $(EMBEDS); do trunk build --release --dist target/embed/$$program src/bin/embed-$$program.html; done
	@touch $@

target/stamps/app: target/stamps/programs $(FACE) $(STYLE)
	trunk build --release
	@for program in $(PROGRAMS); do trunk build --release --dist target/programs/$$program src/bin/$$program.html; done
	@touch $@

# Cargo knows best what the command is made of; make goes on only when the program has become a new one.
# `cargo test` has built it too, and building it once more would compile the library again: .ci/steps says so.
$(COMMAND): always | tools
	@$(if $(COMMAND_IS_BUILT),:,cargo build --locked --quiet)

target/edition/demo/current.json: $(COMMAND)
	$(COMMAND) demo --out $(@D)
	@touch $@

target/edition/real/current.json: $(COMMAND) tests/fixtures/real.toml $(shell find -L $(REAL_DATA) -type f 2>/dev/null)
	$(COMMAND) build --manifest tests/fixtures/real.toml --source $(REAL_DATA) --out $(@D)
	@touch $@

$(SITE)/index.html: target/stamps/app target/stamps/embeds target/edition/$(EDITION)/current.json $(COMMAND)
	@rm -rf $(SITE)
	$(COMMAND) pages --app target/app --programs target/programs --embeds target/embed --edition target/edition/$(EDITION) --out $(SITE) --address http://localhost:$(PORT)
	@touch $@

dist/index.html: target/stamps/dist-of-$(EDITION) target/stamps/app target/stamps/embeds target/edition/$(EDITION)/current.json $(COMMAND)
	@rm -rf dist
	$(COMMAND) pages --app target/app --programs target/programs --embeds target/embed --edition target/edition/$(EDITION) --pictures --out dist $(if $(SITE_ADDRESS),--address $(SITE_ADDRESS))
	$(COMMAND) compress dist
	@touch $@

# One of these stands at a time: it says which edition dist/ was asked to hold.
target/stamps/dist-of-$(EDITION): | target/stamps
	@rm -f target/stamps/dist-of-*
	@touch $@
