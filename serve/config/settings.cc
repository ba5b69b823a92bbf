#include "serve/config/settings.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "serve/http/url.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// One table of the file: its members are taken one by one, and what is left is not known.
class TableReader {
 public:
  TableReader(const toml::table* table, std::string path, std::vector<std::string>& problems)
      : table_(table), path_(std::move(path)), problems_(problems) {}

  ~TableReader() {
    if (table_ == nullptr) return;
    for (const auto& [key, node] : *table_) {
      if (!known_.contains(std::string(key.str()))) Complain(std::string(key.str()), node, "is not known");
    }
  }

  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  void Take(const char* key, std::string& value) {
    if (const toml::node* node = Find(key)) {
      if (!node->is_string()) return Complain(key, *node, "has to be a text");
      value = node->as_string()->get();
    }
  }

  void Take(const char* key, bool& value) {
    if (const toml::node* node = Find(key)) {
      if (!node->is_boolean()) return Complain(key, *node, "has to be true or false");
      value = node->as_boolean()->get();
    }
  }

  template <std::unsigned_integral Integer>
  void Take(const char* key, Integer& value) {
    if (const toml::node* node = Find(key)) {
      const bool fits = node->is_integer() && node->as_integer()->get() >= 0 &&
                        static_cast<uint64_t>(node->as_integer()->get()) <= std::numeric_limits<Integer>::max();
      if (!fits) {
        const uint64_t most = std::min<uint64_t>(std::numeric_limits<Integer>::max(), INT64_MAX);
        return Complain(key, *node, Concat("has to be a whole number from 0 to ", most));
      }
      value = static_cast<Integer>(node->as_integer()->get());
    }
  }

  void Take(const char* key, std::vector<std::string>& values) {
    if (const toml::node* node = Find(key)) {
      values.clear();
      if (node->is_string()) {
        values.push_back(node->as_string()->get());
        return;
      }
      if (!node->is_array()) return Complain(key, *node, "has to be a list of texts");
      for (const toml::node& item : *node->as_array()) {
        if (!item.is_string()) return Complain(key, item, "has to be a list of texts");
        values.push_back(item.as_string()->get());
      }
    }
  }

  const toml::table* Table(const char* key) {
    const toml::node* node = Find(key);
    if (node == nullptr) return nullptr;
    if (!node->is_table()) Complain(key, *node, "has to be a table");
    return node->as_table();
  }

  std::vector<const toml::table*> Tables(const char* key) {
    std::vector<const toml::table*> tables;
    const toml::node* node = Find(key);
    if (node == nullptr) return tables;
    if (!node->is_array()) {
      Complain(key, *node, "has to be written [[...]]");
      return tables;
    }
    for (const toml::node& item : *node->as_array()) {
      if (item.is_table()) {
        tables.push_back(item.as_table());
      } else {
        Complain(key, item, "has to be written [[...]]");
      }
    }
    return tables;
  }

  /// Reports a mistake in `key` of this table.
  void Wrong(const char* key, std::string_view what) {
    const toml::node* node = table_ == nullptr ? nullptr : table_->get(key);
    problems_.push_back(Concat(node == nullptr ? Line(*table_) : Line(*node), path_, key, " ", what));
  }

 private:
  const toml::node* Find(const char* key) {
    known_.insert(key);
    return table_ == nullptr ? nullptr : table_->get(key);
  }

  static std::string Line(const toml::node& node) { return Concat("line ", node.source().begin.line, ": "); }

  void Complain(const std::string& key, const toml::node& node, std::string_view what) {
    problems_.push_back(Concat(Line(node), path_, key, " ", what));
  }

  const toml::table* table_;
  const std::string path_;
  std::vector<std::string>& problems_;
  std::set<std::string> known_;
};

void TakeTier(TableReader& tiers, const char* name, TierSettings& tier, std::vector<std::string>& problems) {
  const toml::table* table = tiers.Table(name);
  if (table == nullptr) return;
  TableReader reader(table, Concat("tiers.", name, "."), problems);
  reader.Take("policy", tier.policy);
  std::string granularity(NameOf(tier.granularity));
  reader.Take("granularity", granularity);
  if (granularity == "boolean") {
    tier.granularity = Granularity::kBoolean;
  } else if (granularity == "count") {
    tier.granularity = Granularity::kCount;
  } else {
    reader.Wrong("granularity", "is boolean or count");
  }
  reader.Take("tables", tier.tables);
  if (tier.policy.empty()) reader.Wrong("policy", "names a tier of the release policy, or is exact");
}

/// "127.0.0.1:9464", or a port by itself.
void TakeMetrics(TableReader& listen, Settings::Listen& settings) {
  std::string text;
  listen.Take("metrics", text);
  if (text.empty()) return;
  const size_t colon = text.rfind(':');
  if (colon != std::string::npos) settings.metrics_address = text.substr(0, colon);
  const auto port = ParseInteger<uint16_t>(std::string_view(text).substr(colon == std::string::npos ? 0 : colon + 1));
  if (!port.has_value()) return listen.Wrong("metrics", "is written ADDRESS:PORT");
  settings.metrics_port = *port;
}

void TakeUrl(TableReader& reader, const char* key, std::string& value, bool needed) {
  reader.Take(key, value);
  if (value.empty() ? needed : !ParseUrl(value).has_value()) reader.Wrong(key, "has to be an http or https URL");
}

bool IsLoopback(std::string_view host) {
  return host == "localhost" || host == "::1" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

void TakeIssuers(TableReader& file, Settings& settings, std::vector<std::string>& problems) {
  for (const toml::table* table : file.Tables("issuer")) {
    TableReader reader(table, "issuer.", problems);
    IssuerSettings issuer;
    reader.Take("iss", issuer.iss);
    if (issuer.iss.empty()) reader.Wrong("iss", "is missing");
    TakeUrl(reader, "jwks", issuer.jwks, true);
    if (const std::optional<Url> url = ParseUrl(issuer.jwks);
        url.has_value() && !url->secure && !IsLoopback(url->host)) {
      reader.Wrong("jwks", "has to be an https URL: who can change what comes over http can sign tokens");
    }
    TakeUrl(reader, "userinfo", issuer.userinfo, false);
    reader.Take("audience", issuer.audience);
    std::vector<std::string> issues = {"tokens", "visas"};
    reader.Take("issues", issues);
    for (const std::string& what : issues) {
      if (what != "tokens" && what != "visas") reader.Wrong("issues", "is a list of tokens, visas or both");
      (what == "tokens" ? issuer.tokens : issuer.visas) = true;
    }
    reader.Take("sources", issuer.sources);
    reader.Take("linking", issuer.linking);
    for (const IssuerSettings& other : settings.issuers) {
      if (other.iss == issuer.iss) reader.Wrong("iss", "is there twice");
    }
    settings.issuers.push_back(std::move(issuer));
  }
}

void TakeNodes(TableReader& file, Settings& settings, std::vector<std::string>& problems) {
  for (const toml::table* table : file.Tables("node")) {
    TableReader reader(table, "node.", problems);
    NodeSettings node;
    reader.Take("id", node.id);
    reader.Take("url", node.urls);
    reader.Take("country", node.country);
    reader.Take("token_file", node.token_file);
    reader.Take("timeout_ms", node.timeout_ms);
    reader.Take("forward_passport", node.forward_passport);
    if (node.id.empty()) reader.Wrong("id", "is missing");
    if (node.urls.empty()) reader.Wrong("url", "is missing");
    for (const std::string& url : node.urls) {
      if (!ParseUrl(url).has_value()) reader.Wrong("url", "has to be http or https URLs");
    }
    if (node.forward_passport && !node.token_file.empty()) {
      reader.Wrong("token_file",
                   "is never used where forward_passport is true: a caller without a token has none there");
    }
    for (const NodeSettings& other : settings.nodes) {
      if (other.id == node.id) reader.Wrong("id", "is there twice");
    }
    settings.nodes.push_back(std::move(node));
  }
}

void TakeListen(TableReader& reader, Settings& settings) {
  reader.Take("address", settings.listen.address);
  reader.Take("port", settings.listen.port);
  reader.Take("tls_certificate", settings.listen.tls_certificate);
  reader.Take("tls_key", settings.listen.tls_key);
  if (settings.listen.tls_certificate.empty() != settings.listen.tls_key.empty()) {
    reader.Wrong("tls_certificate", "and tls_key go together");
  }
  TakeMetrics(reader, settings.listen);
  reader.Take("server_names", settings.listen.server_names);
  reader.Take("proxies", settings.listen.proxies);
  for (const std::string& proxy : settings.listen.proxies) {
    if (!IsIpAddress(proxy)) reader.Wrong("proxies", Concat("has \"", Shorten(proxy, 60), "\", which is no address"));
  }
}

void TakeBeacon(TableReader& reader, Settings& settings) {
  Settings::Beacon& beacon = settings.beacon;
  reader.Take("id", beacon.id);
  reader.Take("name", beacon.name);
  reader.Take("organization_id", beacon.organization_id);
  reader.Take("organization", beacon.organization_name);
  reader.Take("description", beacon.description);
  TakeUrl(reader, "welcome_url", beacon.welcome_url, false);
  reader.Take("contact_url", beacon.contact_url);
  TakeUrl(reader, "public_url", beacon.public_url, false);
  while (beacon.public_url.ends_with('/')) beacon.public_url.pop_back();
  reader.Take("environment", beacon.environment);
  const std::set<std::string> environments = {"prod", "test", "dev", "staging"};
  if (!environments.contains(beacon.environment)) reader.Wrong("environment", "is prod, test, dev or staging");
  reader.Take("age_means", beacon.age_means);
  const std::set<std::string> ages = {
      "", "age at last contact", "age at last encounter", "age at enrolment", "age at enrollment", "age at death"};
  if (!ages.contains(beacon.age_means)) {
    reader.Wrong("age_means", "is age at last contact, age at enrolment or age at death");
  }
  reader.Take("alternatives", beacon.alternatives);
  if (beacon.id.empty() || beacon.name.empty()) reader.Wrong("id", "and name are needed");
}

void TakeCatalogue(TableReader& reader, Settings& settings) {
  reader.Take("path", settings.catalogue.path);
  reader.Take("ledger", settings.catalogue.ledger);
  reader.Take("cache_mb", settings.catalogue.cache_mb);
  reader.Take("refresh_seconds", settings.catalogue.refresh_seconds);
}

void TakeTiers(TableReader& reader, Settings& settings, std::vector<std::string>& problems) {
  TakeTier(reader, "public", settings.open_tier, problems);
  TakeTier(reader, "registered", settings.registered, problems);
  TakeTier(reader, "controlled", settings.controlled, problems);
  reader.Take("researcher_status", settings.researcher_status);
  reader.Take("accepted_terms", settings.accepted_terms);
  reader.Take("registered_sources", settings.registered_sources);
}

void TakeLimits(TableReader& reader, Settings& settings) {
  Settings::Limits& limits = settings.limits;
  reader.Take("workers", limits.workers);
  reader.Take("waiting", limits.waiting);
  reader.Take("question_ms", limits.question_ms);
  reader.Take("native_ms", limits.native_ms);
  reader.Take("per_minute", limits.per_minute);
  reader.Take("connections", limits.connections);
  reader.Take("per_address", limits.per_address);
  reader.Take("filters", limits.filters);
  reader.Take("values", limits.values);
}

void TakeCors(TableReader& reader, Settings& settings) {
  reader.Take("origins", settings.cors_origins);
  for (const std::string& origin : settings.cors_origins) {
    if (origin == "*" || !ParseUrl(origin).has_value() || origin.ends_with('/')) {
      reader.Wrong("origins", "are written https://HOST; there is no wildcard");
    }
  }
}

void TakeDatasets(TableReader& file, Settings& settings, std::vector<std::string>& problems) {
  for (const toml::table* section : file.Tables("dataset")) {
    TableReader reader(section, "dataset.", problems);
    DatasetSettings dataset;
    reader.Take("id", dataset.id);
    reader.Take("grant", dataset.grant);
    reader.Take("source", dataset.source);
    if (dataset.id.empty() || dataset.grant.empty()) reader.Wrong("id", "and grant are needed");
    for (const DatasetSettings& other : settings.datasets) {
      if (other.id == dataset.id) reader.Wrong("id", "is there twice");
    }
    settings.datasets.push_back(std::move(dataset));
  }
}

/// Calls take(reader) for the table `name` of the file, if it has one.
template <typename F>
void TakeSection(TableReader& file, const char* name, std::vector<std::string>& problems, const F& take) {
  const toml::table* section = file.Table(name);
  if (section == nullptr) return;
  TableReader reader(section, Concat(name, "."), problems);
  take(reader);
}

void TakeAll(const toml::table& table, Settings& settings, std::vector<std::string>& problems) {
  TableReader file(&table, "", problems);
  const auto section = [&](const char* name, void (*take)(TableReader&, Settings&)) {
    TakeSection(file, name, problems, [&](TableReader& reader) { take(reader, settings); });
  };
  section("listen", TakeListen);
  section("beacon", TakeBeacon);
  section("catalogue", TakeCatalogue);
  TakeSection(file, "tiers", problems, [&](TableReader& reader) { TakeTiers(reader, settings, problems); });
  TakeIssuers(file, settings, problems);
  file.Take("ca_file", settings.ca_file);
  TakeDatasets(file, settings, problems);
  section("limits", TakeLimits);
  section("cors", TakeCors);
  TakeNodes(file, settings, problems);
}

}  // namespace

std::string_view NameOf(Granularity granularity) {
  switch (granularity) {
    case Granularity::kBoolean:
      return "boolean";
    case Granularity::kCount:
      return "count";
    case Granularity::kRecord:
      return "record";
  }
  return "boolean";
}

absl::StatusOr<Settings> ParseSettings(std::string_view toml, const std::string& name) {
  const toml::parse_result parsed = toml::parse(toml);
  if (!parsed) {
    return absl::InvalidArgumentError(
        Concat(name, ": line ", parsed.error().source().begin.line, ": ", parsed.error().description()));
  }
  Settings settings;
  std::vector<std::string> problems;
  TakeAll(parsed.table(), settings, problems);
  if (problems.empty()) return settings;
  for (std::string& problem : problems) problem = Concat(name, ": ", problem);
  return absl::InvalidArgumentError(Join(problems, "\n"));
}

absl::StatusOr<Settings> ReadSettings(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return absl::NotFoundError(Concat("cannot read ", file));
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return ParseSettings(text, file);
}

}  // namespace muster::serve
