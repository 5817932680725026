# The two commands of a newcomer are `make run` and `make test`; the rest is for who works on Dabir.
PORT ?= 8000
DABIR_DATA ?= data
export PORT DABIR_DATA
BIN := .venv/bin

.PHONY: run test install install-s3 install-dev demo lint types unit browser lighthouse screenshots bench bench-copydesk bench-press bench-archive docs lock clean

run: install ## Install, load the demo paper into an empty data folder, print and serve it
	@$(BIN)/dabir run --demo-if-empty

test: ## Install what the checks need, and run every check and test
	@bash tools/test.sh

install: ## Install what Dabir needs to run
	@bash tools/install.sh base

install-s3: ## The same, and what a paper in a bucket needs
	@bash tools/install.sh s3

install-dev: ## Install what working on Dabir needs
	@bash tools/install.sh dev

lint: install-dev
	@bash tools/test.sh lint

types: install-dev
	@bash tools/test.sh types

unit: install-dev
	@bash tools/test.sh unit

browser: install-dev
	@bash tools/test.sh browser

lighthouse: install-dev ## Lighthouse on front and story; needs Node.js
	@bash tools/test.sh lighthouse

screenshots: install-dev ## Make the pictures of README and docs
	@$(BIN)/python -m tools.screenshots

bench: install-dev ## Measure speed and sizes, beside a limit or a peer
	@$(BIN)/python -m tools.bench

bench-press: install-dev ## Measure the press beside nginx and its limits; WISHES="--sizes 1000,100000 --rows serving"
	@$(BIN)/python -m tools.bench_press $(WISHES)

bench-copydesk: install-dev ## Measure the copy desk beside its peers; WISHES="--sample 200 --rows glued"
	@$(BIN)/python -m tools.bench_copydesk $(WISHES)

bench-archive: install-dev ## Measure search, import and related stories; WISHES="--stories 100000 --rows searching"
	@bash tools/postgresql.sh $(BIN)/python -m tools.bench_archive $(WISHES)

docs: install-dev ## Write the reference of the copy desk's rules anew
	@$(BIN)/python -m tools.write_rules_reference

lock: ## Lock the dependencies anew
	@bash tools/lock.sh

clean:
	rm -rf .venv build node_modules
