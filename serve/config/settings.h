// The settings of an operator: the file musterd.toml, and the defaults.
#ifndef MUSTER_SERVE_CONFIG_SETTINGS_H_
#define MUSTER_SERVE_CONFIG_SETTINGS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::serve {

/// How much an answer says: whether there is anybody, or how many.
enum class Granularity { kBoolean, kCount, kRecord };

std::string_view NameOf(Granularity granularity);

/// What callers of a tier get.
struct TierSettings {
  /// Tier of the catalogue's release policy; "exact": the numbers as they are, without the door, for closed networks.
  std::string policy;
  Granularity granularity = Granularity::kBoolean;
  /// Whether /v1 answers them with tables. Never where numbers are exact and the granularity is boolean.
  bool tables = true;
};

/// Somebody whose signature counts.
struct IssuerSettings {
  std::string iss;  ///< as in its tokens, byte for byte
  std::string jwks;
  std::string userinfo;              ///< of brokers: where the visas of an access token are fetched
  std::string audience;              ///< has to be in `aud` of tokens; empty: not looked at
  bool tokens = false;               ///< may issue Passports and access tokens
  bool visas = false;                ///< may issue visas
  std::vector<std::string> sources;  ///< whose statements its visas may carry
  std::vector<std::string> linking;  ///< sources that may link identities
};

struct DatasetSettings {
  std::string id;
  std::string grant;   ///< value of the ControlledAccessGrants visa that opens it
  std::string source;  ///< who must have granted it; empty: any source of a trusted issuer
};

struct NodeSettings {
  std::string id;                 ///< the beaconId that it must have
  std::vector<std::string> urls;  ///< of /beacon/v2; further ones are mirrors of the first
  std::string country;
  std::string token_file;  ///< our own credential for it
  uint32_t timeout_ms = 3'000;
  bool forward_passport = false;
};

struct Settings {
  struct Listen {
    std::string address = "127.0.0.1";
    uint16_t port = 8080;
    std::string tls_certificate, tls_key;
    std::string metrics_address = "127.0.0.1";
    uint16_t metrics_port = 0;              ///< 0: none
    std::vector<std::string> proxies;       ///< addresses whose X-Forwarded-For is believed
    std::vector<std::string> server_names;  ///< what Host may say; empty: localhost, the address, public_url's host
  } listen;
  struct Beacon {
    std::string id = "org.example.muster";
    std::string name = "Muster";
    std::string organization_id = "org.example";
    std::string organization_name = "Example organization";
    std::string description, welcome_url, contact_url;
    std::string public_url;  ///< of the server; empty: http://ADDRESS:PORT
    std::string environment = "dev";
    std::string age_means;     ///< the field that `age` means
    bool alternatives = true;  ///< whether filters may be alternatives of each other
  } beacon;
  struct Catalogue {
    std::string path;
    std::string ledger;
    uint64_t cache_mb = 192;
    uint32_t refresh_seconds = 30;  ///< 0: never
  } catalogue;
  TierSettings open_tier{"public", Granularity::kBoolean, true};
  TierSettings registered{"registered", Granularity::kCount, true};
  TierSettings controlled{"controlled", Granularity::kCount, true};
  /// What makes somebody registered: the values of both visas.
  std::string researcher_status = "https://doi.org/10.1038/s41431-018-0219-y";
  std::string accepted_terms = "https://doi.org/10.1038/s41431-018-0219-y";
  std::vector<std::string> registered_sources;  ///< of these visas; empty: any source of a trusted issuer
  std::vector<IssuerSettings> issuers;
  std::string ca_file;
  std::vector<DatasetSettings> datasets;
  struct Limits {
    uint32_t workers = 0;  ///< 0: as many as processors
    uint32_t waiting = 64;
    uint32_t question_ms = 2'000;
    uint32_t native_ms = 10'000;
    uint32_t per_minute = 60;  ///< questions of one principal; 0: no bound
    uint64_t connections = 10'000;
    uint64_t per_address = 200;
    uint32_t filters = 100;
    uint32_t values = 1'000;
  } limits;
  std::vector<std::string> cors_origins;
  std::vector<NodeSettings> nodes;
};

/// InvalidArgument: all that is wrong, a line each, with its place.
absl::StatusOr<Settings> ParseSettings(std::string_view toml, const std::string& name);

/// As ParseSettings; NotFound: the file cannot be read.
absl::StatusOr<Settings> ReadSettings(const std::string& file);

/// A file that says what counts without one, with comments.
std::string DefaultSettingsText();

}  // namespace muster::serve

#endif  // MUSTER_SERVE_CONFIG_SETTINGS_H_
