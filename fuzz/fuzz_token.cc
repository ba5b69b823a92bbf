// Bytes as a bearer token, and as the claims of a visa: refused, or taken apart. Without a key that has signed it, none
// is ever valid.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "serve/token/jwt.h"
#include "serve/token/visa.h"

namespace muster::serve {
namespace {

constexpr char kKey[] = R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                        R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";

void AsToken(std::string_view text) {
  const absl::StatusOr<Jwt> jwt = ParseJwt(text);
  if (!jwt.ok()) return;
  static const Json key = *ParseJson(kKey);
  if (HasSignatureOf(*jwt, key)) std::abort();
  (void)CheckTimes(jwt->claims, 1'000);
}

void AsConditions(std::string_view text) {
  const absl::StatusOr<Json> json = ParseJson(text);
  if (!json.ok()) return;
  Visa visa;
  visa.type = "ControlledAccessGrants";
  visa.value = visa.source = visa.sub = visa.iss = "x";
  visa.by = "dac";
  visa.conditions = *json;
  Visa other = visa;
  other.type = "LinkedIdentities";
  other.value = text;
  other.conditions = Json();
  other.links = true;
  Settings settings;
  settings.datasets = {{"d", "y", ""}};
  Caller caller;
  int64_t expires = 1'000;
  ApplyVisas({visa, other}, "x", settings, caller, expires);
  if (!caller.grants.empty() || caller.tier != Tier::kPublic) std::abort();
}

}  // namespace
}  // namespace muster::serve

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  muster::serve::AsToken(text);
  muster::serve::AsConditions(text);
  (void)muster::serve::CheckTimes(muster::serve::Json(), static_cast<int64_t>(size));
  return 0;
}
