#include "serve/start_settings.h"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "muster/catalogue.h"
#include "serve/beacon/criteria.h"
#include "serve/http/client.h"
#include "serve/json/json.h"
#include "serve/text/text.h"

namespace muster::serve {

absl::StatusOr<Settings> SettingsFor(const ServeOptions& options) {
  Settings settings;
  if (!options.configuration.empty()) {
    absl::StatusOr<Settings> read = ReadSettings(options.configuration);
    if (!read.ok()) return read.status();
    settings = *std::move(read);
  }
  if (!options.catalogue.empty()) settings.catalogue.path = options.catalogue;
  if (options.port.has_value()) settings.listen.port = *options.port;
  if (options.exact) {
    for (TierSettings* tier : {&settings.open_tier, &settings.registered, &settings.controlled}) {
      *tier = {"exact", Granularity::kCount, true};
    }
  }
  if (!options.network.empty()) {
    absl::StatusOr<Settings> nodes = ReadSettings(options.network);
    if (!nodes.ok()) return nodes.status();
    settings.nodes = std::move(nodes->nodes);
    if (settings.nodes.empty()) return absl::InvalidArgumentError(Concat(options.network, ": there is no [[node]]"));
  }
  // Without them every issuer and node would be one that cannot be reached.
  if (absl::Status trusted = CheckCertificates(settings.ca_file); !trusted.ok()) return trusted;
  if (settings.catalogue.path.empty() == settings.nodes.empty()) {
    return absl::InvalidArgumentError(
        settings.nodes.empty() ? "no catalogue is named, neither on the command line nor in the configuration"
                               : "a service answers for a catalogue or for a network of nodes, not for both");
  }
  return settings;
}

absl::Status CheckPolicies(const Settings& settings) {
  if (!settings.nodes.empty()) return absl::OkStatus();
  std::set<std::string> tiers = {"public", "registered", "controlled"};
  OpenOptions reading;
  reading.read_only = true;
  absl::StatusOr<std::unique_ptr<Catalogue>> catalogue = Catalogue::Open(settings.catalogue.path, reading);
  absl::StatusOr<std::string> policy = catalogue.ok() ? (*catalogue)->Policy() : catalogue.status();
  if (policy.ok()) {
    absl::StatusOr<Json> document = ParseJson(*policy);
    const Json* own = document.ok() ? Member(*document, "tiers") : nullptr;
    if (own != nullptr && own->is_object()) {
      for (const auto& [name, tier] : own->items()) tiers.insert(name);
    }
  }
  std::vector<std::string> problems;
  const std::pair<const char*, const TierSettings*> all[] = {
      {"public", &settings.open_tier}, {"registered", &settings.registered}, {"controlled", &settings.controlled}};
  for (const auto& [name, tier] : all) {
    if (tier->policy == "exact" || tiers.contains(tier->policy)) continue;
    problems.push_back(Concat("tiers.", name, ".policy: the release policy has no tier ", Quote(tier->policy),
                              "; there may be exact, ",
                              Join(std::vector<std::string>(tiers.begin(), tiers.end()), ", ")));
  }
  return problems.empty() ? absl::OkStatus() : absl::InvalidArgumentError(Join(problems, "\n"));
}

}  // namespace muster::serve
