// The configuration that counts where none is given, as a file would have it.
#include <string>

#include "serve/config/settings.h"

namespace muster::serve {

std::string DefaultSettingsText() {
  return R"toml(# What counts without a file. Every line may be left out; what is not known is an error.

[listen]
address = "127.0.0.1"
port = 8080
# tls_certificate = "/etc/muster/certificate.pem"
# tls_key = "/etc/muster/key.pem"
# metrics = "127.0.0.1:9464"
# server_names = ["beacon.example.org"]      # what Host may say
# proxies = ["127.0.0.1"]                    # whose X-Forwarded-For is believed

[beacon]
id = "org.example.muster"
name = "Muster"
organization_id = "org.example"
organization = "Example organization"
environment = "dev"                          # prod, test, dev or staging
# public_url = "https://beacon.example.org"
# age_means = "age at last contact"          # what the filter `age` stands for
alternatives = true                          # filters may be alternatives of each other

[catalogue]
# path = "/srv/muster/catalogue"
# ledger = "/var/lib/muster/ledger"
cache_mb = 192
refresh_seconds = 30

# `policy` names a tier of the catalogue's release policy. "exact" lets numbers out as they are: closed networks only.
# `granularity` is what Beacon answers say; `tables`, whether /v1 answers with tables of released numbers.
[tiers]
public = { policy = "public", granularity = "boolean", tables = true }
registered = { policy = "registered", granularity = "count" }
controlled = { policy = "controlled", granularity = "count" }
researcher_status = "https://doi.org/10.1038/s41431-018-0219-y"
accepted_terms = "https://doi.org/10.1038/s41431-018-0219-y"

# [[issuer]]
# iss = "https://login.example.org/oidc/"
# jwks = "https://login.example.org/oidc/jwk"
# userinfo = "https://login.example.org/oidc/userinfo"
# audience = "muster"
# issues = ["tokens"]                        # tokens, visas or both
# sources = ["https://university.example.org"]
# linking = ["https://university.example.org"]

# [[dataset]]
# id = "clinic-7"
# grant = "https://example.org/datasets/clinic-7"
# source = "https://dac.example.org"

[limits]
workers = 0                                  # as many as processors
waiting = 64
question_ms = 2000
native_ms = 10000
per_minute = 60                              # questions of one principal
connections = 10000
per_address = 200
filters = 100
values = 1000

[cors]
origins = []

# [[node]]                                   # of an aggregator
# id = "org.example.node"
# url = ["https://node.example.org/beacon/v2"]
# country = "NL"
# token_file = "/etc/muster/node.token"
# timeout_ms = 3000
# forward_passport = false
)toml";
}

}  // namespace muster::serve
