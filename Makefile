# Two commands do everything on a bare Debian machine with Swift, git and make: `make site` and `make test`.
.PHONY: site test lint check-site check-assess check-words check-search check-formats benchmark dist manual packages test-packages

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
RELEASE := swift build -c release --static-swift-stdlib --explicit-target-dependency-import-check error
PRECEDENT := .build/release/precedent
VENV := .venv

PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev duktape-dev node-prismjs libstb-dev fonts-sil-charis fonts-lato
TEST_PACKAGES := $(PACKAGES) python3-venv default-jre-headless chromium adr-tools

# Asks dpkg first, so that a machine that has all needs neither the network nor sudo.
define install
@missing=$$(for name in $(1); do dpkg -s $$name >/dev/null 2>&1 || echo $$name; done); \
if [ -n "$$missing" ]; then \
    $(SUDO) apt-get update && $(SUDO) apt-get install -y --no-install-recommends $$missing; \
fi
endef

packages:
	$(call install,$(PACKAGES))

test-packages:
	$(call install,$(TEST_PACKAGES))

site: packages
	$(RELEASE)
	$(PRECEDENT) build
	@echo "Open public/index.html"

$(VENV)/ready: Tools/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r Tools/requirements.txt
	touch $@

lint:
	swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests Benchmarks/tables Benchmarks/rules

# What a visitor gets: valid pages, links that lead somewhere, no barrier that axe knows, at both widths, in both
# schemes, and no page too heavy.
check-site: $(VENV)/ready
	$(RELEASE)
	$(PRECEDENT) check
	$(VENV)/bin/python Tools/check-site.py public
	$(VENV)/bin/python Tools/screenshots.py public .build/screenshots
	$(VENV)/bin/python Tools/weigh-pages.py public
	$(VENV)/bin/python Tools/check-log.py $(PRECEDENT)
	Tools/kill-test.py

# The live assessment says what `precedent assess` says, in a browser, from a server and from disk, and keeps what it is told.
check-assess: $(VENV)/ready
	$(RELEASE)
	$(VENV)/bin/python Tools/check-assess.py $(PRECEDENT) public
	$(VENV)/bin/python Tools/check-assess-files.py $(PRECEDENT)

# The search finds titles with a typo in 10,000 records, and loads and calculates little for it.
check-search: $(VENV)/ready
	$(RELEASE)
	$(VENV)/bin/python Tools/check-search.py $(PRECEDENT)

# A site in German says everything in German, whatever a visitor does; one in Arabic runs from right to left; both are as valid
# and as free of barriers as the sample site.
SITES := .build/sites
check-words: $(VENV)/ready
	$(RELEASE)
	$(VENV)/bin/python Tools/check-words.py $(PRECEDENT)
	@rm -rf $(SITES) && mkdir -p $(SITES) && cp -r Tests/Sites/german Tests/Sites/arabic $(SITES)
	@for site in german arabic; do \
	    echo "$$site:" && $(PRECEDENT) build -C $(SITES)/$$site \
	    && $(VENV)/bin/python Tools/check-site.py $(SITES)/$$site/public \
	    && $(VENV)/bin/python Tools/screenshots.py $(SITES)/$$site/public .build/screenshots/$$site || exit 1; \
	done

# What other programs read is sound by their own definitions.
check-formats: $(VENV)/ready
	$(RELEASE)
	$(VENV)/bin/python Tools/check-formats.py $(PRECEDENT)

# The test runner comes last, so that its count is the last line.
test: test-packages lint check-site check-assess check-words check-search check-formats
	swift test --disable-xctest

# One binary that needs no more than a Linux of the last years has, with what its licences ask for, and checksums.
dist: packages manual
	Tools/dist.sh $(PRECEDENT) $(MANUAL)

# The manual page, made of what the program says of its verbs: `man $(MANUAL)` shows it.
MANUAL := .build/manual/precedent.1
manual: packages
	$(RELEASE)
	swift build --product generate-manual
	mkdir -p $(dir $(MANUAL))
	.build/debug/generate-manual $(PRECEDENT) --date $$(git log -1 --format=%cs) --output-directory $(dir $(MANUAL))

benchmark: packages $(VENV)/ready
	$(RELEASE)
	Benchmarks/run.py
	.build/release/table-benchmark
	.build/release/rules-benchmark size
	Benchmarks/evaluation.py
	$(VENV)/bin/python Benchmarks/serve.py --bar 300
