# Nuqta's tasks. `make` alone lists them; CONTRIBUTING.md says when to use which.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export PYTHONDONTWRITEBYTECODE := 1

SWIFT ?= swift
TOOLS := .build/test-tools/bin
SWIFT_SOURCES := Package.swift Sources Tests $(wildcard Benchmarks Fuzz)
SHELL_SCRIPTS = $(shell grep -rlE '^\#!.*\b(ba)?sh$$' .ci Scripts deploy)
GENERATORS := $(wildcard Scripts/generate-*.py)
LIBRARIES := Segmentation SentenceUnits

.PHONY: help
help:
	@printf 'Nuqta: cuts news articles on Kafka topics into translation-ready sentence units.\n\n'
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

.PHONY: demo
demo: release ## install what is needed, build, and watch sample articles become sentence units
	@.build/release/nuqta demo

.PHONY: build
build: release ## install what is needed and build for release: .build/release/nuqta

.PHONY: test
test: dependencies-test lint test-swift test-process ## run everything CI runs: lint, format, unit, broker and process tests
	@printf 'make test: all passed\n'

.PHONY: bench
bench: release ## time each stage beside its budget and beside Foundation, then `nuqta segment` against cat and wc
	@$(SWIFT) build -c release --product nuqta-bench --quiet
	@.build/release/nuqta-bench
	@python3 Scripts/bench-segment.py --binary .build/release/nuqta

.PHONY: acceptance
acceptance: release dependencies-test ## all of ../shared/data/articles through a topic, each record checked, with counts
	@NUQTA_FULL=1 NUQTA_BINARY=.build/release/nuqta \
	  $(TOOLS)/python -m unittest discover -s Tests/Process -t Tests/Process -p test_acceptance.py

.PHONY: fuzz
fuzz: ## fuzz decoder, encoder and normaliser under AddressSanitizer, TIME=60 seconds each
	@Scripts/fuzz $(or $(TIME),60)

.PHONY: format
format: ## lay out the Swift sources
	@$(SWIFT) format -i -r --parallel --configuration .swift-format $(SWIFT_SOURCES)

.PHONY: lint
lint: ## check format, house rules, shell scripts, generated files and the compose file
	@printf 'lint: swift format\n'
	@$(SWIFT) format lint --strict -r --parallel --configuration .swift-format $(SWIFT_SOURCES)
	@printf 'lint: house rules\n'
	@Scripts/check-house-rules
	@if command -v shellcheck >/dev/null; then printf 'lint: shellcheck\n'; shellcheck $(SHELL_SCRIPTS); \
	  else printf 'lint: shellcheck is not installed, shell scripts go unchecked\n'; fi
	@for script in $(GENERATORS); do printf 'lint: %s --check\n' "$$script"; python3 "$$script" --check; done
	@printf 'lint: Scripts/check-golden-ids.py\n'; python3 Scripts/check-golden-ids.py
	@if command -v docker-compose >/dev/null; then printf 'lint: docker-compose.yml\n'; \
	  docker-compose -f docker-compose.yml config -q; \
	  else printf 'lint: docker-compose is not installed, docker-compose.yml goes unchecked\n'; fi

.PHONY: docs
docs: ## write the libraries' reference to .build/documentation
	@Scripts/build-documentation $(LIBRARIES)

.PHONY: check-image
check-image: ## run the Dockerfile's steps in clean Debian roots, without Docker (root only)
	@Scripts/install-dependencies image
	@python3 deploy/check-image.py

.PHONY: clean
clean: ## remove everything that was built
	@rm -rf .build

# What the targets above share.

.PHONY: dependencies dependencies-test release test-swift test-process
dependencies:
	@Scripts/install-dependencies

dependencies-test:
	@Scripts/install-dependencies test

release: dependencies
	@printf 'building for release (the first time takes some minutes)\n'
	@$(SWIFT) build -c release --product nuqta --quiet

# A broker stands beside the unit tests, for those that want one; NUQTA_TEST_BROKERS names another.
test-swift: dependencies-test
	@printf 'test: swift build\n'
	@$(SWIFT) build --build-tests --quiet
	@printf 'test: swift test\n'
	@# One after the other: calls to Kafka block, and side by side they starve the others of Swift's two threads.
	@$(TOOLS)/python Tests/Process/with_broker.py $(SWIFT) test --skip-build --no-parallel

test-process: dependencies-test
	@printf 'test: process tests\n'
	@$(SWIFT) build --product nuqta --quiet
	@NUQTA_BINARY="$${NUQTA_BINARY:-.build/debug/nuqta}" \
	  $(TOOLS)/python -m unittest discover -s Tests/Process -t Tests/Process
