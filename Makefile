# The portal in two words: make run, make test. Everything they need they bring themselves.

PORT ?= 8000
# Some shells and tools have a HOST of their own in the environment; only one given to make is meant for us.
ifeq ($(origin HOST),environment)
HOST := 127.0.0.1
endif
HOST ?= 127.0.0.1
DATA ?= var
ARGS ?=
export PORTAL_PYTHON

# Recipes become the program (exec), so that a signal reaches it.
START = exec sh novex_portal/runtime/bootstrap.sh
DEV = sh novex_portal/runtime/bootstrap.sh --dev

.PHONY: help run test quick lint audit format lock manage

help:
	@echo "make run       start het portaal (PORT=$(PORT) HOST=$(HOST) DATA=$(DATA))"
	@echo "               HOST=0.0.0.0: ook voor een telefoon in hetzelfde netwerk"
	@echo "make test      alles wat de controle nakijkt: stijl, typen, contracten, tests, browser"
	@echo "make quick     hetzelfde zonder browser"
	@echo "make lint      alleen stijl, typen en contracten"
	@echo "make audit     kijk of van de vastgelegde pakketten kwetsbaarheden bekend zijn (heeft internet nodig)"
	@echo "make format    zet code en sjablonen in de vaste opmaak"
	@echo "make lock      leg de pakketversies opnieuw vast"
	@echo "./manage.py    een beheeropdracht op het portaal dat draait: ./manage.py give_role --help"
	@echo "make manage    een beheeropdracht op een wegwerpdatabase: make manage ARGS='check'"

run: export PORTAL_DEMO := $(or $(PORTAL_DEMO),1)
run:
	@$(START) manage.py portal --with-parent --host "$(HOST)" --port "$(PORT)" --data "$(DATA)"

test:
	@$(START) --dev -m tests.everything $(ARGS)

quick:
	@$(START) --dev -m tests.everything --quick

lint:
	@$(START) --dev -m tests.everything --only-lint

audit:
	@$(START) --dev -m tests.audit

format:
	@$(DEV) -m ruff check --fix-only --quiet .
	@$(DEV) -m ruff format .
	@$(DEV) -m djlint templates --reformat --quiet

manage:
	@$(START) --dev -m novex_portal.runtime.embedded manage $(ARGS)

lock:
	@$(START) --lock
