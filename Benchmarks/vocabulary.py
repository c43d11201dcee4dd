"""The words of `generate-records.py`. Changing one changes every generated log."""


def _lines(text):
    return [line.strip() for line in text.strip().splitlines()]


def _topic(line):
    name, purpose, options = line.split(" | ")
    return {"name": name, "purpose": purpose, "options": options.split(", ")}


TOPICS = [_topic(line) for line in _lines("""
message broker | asynchronous messages | RabbitMQ, NATS JetStream, Apache Kafka, Redis Streams, a PostgreSQL queue table
primary database | transactional data | PostgreSQL, MariaDB, CockroachDB, SQLite, Oracle Database
cache | hot reads | Redis, Memcached, an in-process cache, no cache at all, Hazelcast
search index | full-text search | Elasticsearch, OpenSearch, Meilisearch, PostgreSQL full-text search, Apache Solr
remote calls | calls between services | gRPC, REST with JSON, GraphQL, Apache Thrift, Cap'n Proto
deployment platform | running containers | Kubernetes, HashiCorp Nomad, plain virtual machines, Docker Swarm, AWS Fargate
build tool | reproducible builds | Bazel, Gradle, Make, Nix, Buck2
continuous integration | automated checks | GitLab CI, GitHub Actions, Jenkins, Buildkite, Drone
log storage | searchable logs | Loki, Elasticsearch, ClickHouse, files with rotation, Splunk
metrics | service metrics | Prometheus, InfluxDB, Graphite, OpenTelemetry Collector, VictoriaMetrics
tracing | distributed traces | Jaeger, Zipkin, Grafana Tempo, sampled logs, Honeycomb
secret storage | secrets and keys | HashiCorp Vault, SOPS in the repository, Kubernetes Secrets, AWS KMS, age-encrypted files
identity provider | single sign-on | Keycloak, Ory Hydra, Authentik, Microsoft Entra, our own login service
feature flags | gradual roll-outs | Unleash, Flipt, environment variables, LaunchDarkly, a table of switches
object storage | large files | MinIO, Amazon S3, Ceph, a network file system, Azure Blob Storage
schema migrations | changes of schema | Flyway, Liquibase, hand-written SQL, Atlas, migrations at start-up
front-end framework | interactive pages | React, Vue, Svelte, server-rendered HTML, Web Components
mobile client | the mobile app | Swift and Kotlin, Flutter, React Native, a progressive web app, Kotlin Multiplatform
workflow engine | long-running work | Temporal, Camunda, a cron job, Apache Airflow, a state column in the database
API gateway | traffic at the edge | Envoy, Kong, NGINX, Traefik, HAProxy
infrastructure as code | cloud resources | OpenTofu, Pulumi, Ansible, AWS CloudFormation, shell scripts
event format | events on the wire | Avro, Protocol Buffers, JSON Schema, CloudEvents, MessagePack
analytics store | reports and dashboards | ClickHouse, DuckDB, BigQuery, a read replica, Apache Druid
dependency updates | current dependencies | Renovate, Dependabot, a monthly update day, vendored sources, a curated mirror
""")]

COMPONENTS = [" ".join(name.split()) for name in """
checkout service, catalogue, payment gateway, shipping planner, invoice archive, customer portal, risk engine,
loyalty programme, warehouse terminal, returns desk, fraud monitor, pricing engine, tax calculator, notification
hub, partner API, back office, document store, media pipeline, recommendation service, session store, geocoder,
routing service, telemetry collector, ledger, settlement job, reporting cube, identity service, consent
register, audit trail, support console, onboarding flow, subscription manager, inventory sync, price feed, order
book, claims intake, scheduling service, tenant registry, device fleet, firmware updater, data exchange,
marketing site, developer portal, batch importer, export service, mail relay""".split(",")]

TITLES = ["Use {option} for {purpose} in the {component}", "Adopt {option} for {purpose} of the {component}",
          "Move {purpose} of the {component} to {option}", "Base the {component} on {option} for {purpose}"]
REGIONS = ["the EU region", "the US region", "the test environment", "Asia", "the disaster recovery site", "Brazil",
           "the branch offices", "the edge locations", "the sandbox", "the second data centre"]
NUMBERS = {"few": [2, 3, 4, 5, 6, 8, 10, 12], "number": [20, 25, 40, 60, 75, 90, 120, 150, 300, 800],
           "percent": [5, 8, 12, 15, 20, 30, 45, 60]}
PEOPLE = ["Ana Ruiz", "Ben Okafor", "Chloé Martin", "Daniel Weiß", "Elif Şahin", "Farah Haddad", "Grace Lin", "Hugo Silva",
          "Ines Novák", "Jörg Braun", "Kofi Mensah", "Lena Fischer", "Mads Jensen", "Noor de Vries", "Olga Petrova", "Priya Nair"]

LISTS = {
    "team": ["the platform team", "the payments team", "the mobile team", "site reliability", "the data team", "security",
             "the architecture guild", "customer support", "the logistics team", "the release team"],
    "quality": ["operability", "latency under load", "portability", "ease of testing", "cost per request", "auditability",
                "fault isolation", "start-up time", "data residency", "developer experience", "recoverability", "throughput"],
    "measure": ["p99 latency", "the error rate", "the monthly bill", "the queue length", "the time to recover", "the share of retries",
                "build time", "the number of pages at night", "replication lag", "memory use per pod"],
    "event": ["a regional outage", "the Black Friday peak", "a failed upgrade", "a schema change", "an expired certificate",
              "the quarterly audit", "a full disk", "the loss of a node", "a slow consumer", "a bad deployment"],
    "code": ["`retry.max_attempts`", "`--max-connections`", "`orders.v2.created`", "`GET /healthz`", "`docker-compose.yml`",
             "`SELECT … FOR UPDATE SKIP LOCKED`", "`trace_id`", "`Idempotency-Key`", "`statement_timeout`", "`values.yaml`"],
    "period": ["two weeks", "one sprint", "a quarter", "six months", "three months", "a year"],
    "level": ["low", "medium", "high", "very low", "unknown"],
    "fence": ["```yaml\nservice:\n  timeout: {number}ms\n  retries: 3\n  owner: {team}\n```",
              "```sql\nSELECT count(*)\nFROM events\nWHERE created_at < now() - interval '{number} minutes';\n```",
              "```sh\n# what an operator runs after {event}\n./ops/drain --wait {number}s && ./ops/verify\n```",
              "```json\n{{ \"limit\": {number}, \"window\": \"1m\", \"burst\": true }}\n```"],
}

SENTENCES = {kind: _lines(text) for kind, text in {
    "context": """
the {component} has grown to {number} tables and {few} jobs, and {purpose} is the part that {team} touches most often.
since {event} last year, {measure} of the {component} has been above its target in most weeks.
today every service brings its own answer to {purpose}; {team} counted {few} variants, none of them documented.
the present set-up was meant to last for {period} and is now the oldest part of the {component}.
contracts with two customers ask for {quality} that can be *shown*, not only claimed.
{team} has to change {code} in {few} places whenever the {topic} moves, and one of them is usually forgotten.
a load test at {number} requests per second showed that {measure} doubles as soon as a second tenant is active.
we run the {component} in three regions, which makes {quality} harder than it looks on a single machine.
new colleagues need about {period} until they can work on the {component} without help, mostly because of {purpose}.
the vendor ends support of the version in use, so **doing nothing is not an option** beyond {period}.
incidents such as {event} are found by customers first, since nothing around {code} is measured.
the {component} shares its {topic} with the {topic} of an older system that nobody wants to change any more.""",
    "question": """
which {topic} should the {component} use, given that {quality} matters more than {quality}?
how do we handle {purpose} in the {component} without slowing down {team}?
what is the smallest change to the {component} that keeps {measure} within its target during {event}?""",
    "drivers": """
{quality} during {event}
{measure} grows by less than {percent} % at the yearly peak
{team} can operate it without a specialist on call
no licence cost that grows with the number of tenants
works on a laptop with nothing but {code}
known to at least {few} people in the company
data can be moved elsewhere within {period}
{quality}, since the {component} is audited every year
must not lose acknowledged work, even during {event}
plain text configuration that can be reviewed, such as {code}""",
    "reason": """
it is the only option that meets the target for {measure} and that {team} already runs elsewhere.
it comes out best on {quality}, and its weaknesses can be contained behind one interface.
{other} would have been as fast, but costs {team} about {few} hours a month in maintenance.
the pilot over {period} showed no loss of messages in {event}, which {third} could not do.
it resolves the driver *{quality}* and can be replaced within {period} if we turn out to be wrong.""",
    "good": """
{team} can read its configuration next to {code} in the same review.
{measure} fell by {percent} % in the pilot, at the same load.
it keeps working through {event} without anyone stepping in.
defaults are safe; only {code} has to be set by hand.
its documentation is good enough that {team} found the cause of {event} without support.
it has been in use here for {period}, and the failure modes are well known.
it makes {quality} visible: every call carries {code}.
it handles {number} tenants on a single node, four times what we need.
it removes {few} scripts that only {team} understood.""",
    "neutral": """
upgrades need a maintenance window of about {few} minutes, as they do today.
it would serve the needs of {team} as well, which nobody has asked for yet.
{quality} stays as it is.
the price depends on {measure}, which is flat at present.
it is newer than what we have, and *newer* has not always meant better here.""",
    "bad": """
there is no good answer yet to {quality} across regions.
the client library is maintained by one person, and its last release is {few} months old.
it adds one more moving part to the {component} that {team} has to watch.
the price depends on {measure}, which we cannot forecast for more than {period}.
local tests take {few} seconds longer, since a container has to start.
moving away again would mean to rewrite about {number} call sites.
error messages are vague, as everyone saw during {event}.
it needs {few} more people with the rights to change {code}.
{measure} rose by {percent} % in the pilot and was not understood within {period}.""",
    "confirmation": """
a check in the pipeline fails when a service of the {component} refers to {code} directly.
{team} reviews {measure} on the dashboard every month and reports when it leaves the agreed band.
the drill for {event} is run twice a year, and its protocol is kept next to this record.
an architecture test makes sure that only one module imports the client of {chosen}.
the decision counts as confirmed when {measure} has not risen for {period}.""",
    "step": """
write a runbook for {event}
move the first {number} tenants and watch {measure}
agree on a target for {measure} with {team}
remove {code} from the {component}
turn off the old path after {period}
measure {quality} before and after
train {team} on {chosen}
set up an alert on {measure}""",
    "link": """
It builds on {{link}}.
See also {{link}} for the constraints on {quality}.
The numbers on {measure} come from the trial in {{link}}.
{{link}} describes the neighbouring part of the system.
Where this contradicts {{link}}, the two teams have agreed on an exception for {period}.""",
    "more": """
the pilot was run by {team} over {period}; its notes are at https://wiki.example.org/pilots/{number}.
we look at this again when {measure} rises by {percent} %, or at the latest after {period}.
{team} disagreed on {quality} and asked to record that {third} should stay on the list.
the estimate of {number} person-days includes the training but not the clean-up of {code}.
~~{other} is not available in our regions~~ was true when the discussion began, and no longer is.
a summary for people outside of engineering was sent to {team} together with the budget.
the benchmark is described in *Notes on {topic}*, and can be repeated with {code}.""",
}.items()}
