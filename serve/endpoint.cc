#include "serve/endpoint.h"

#include "serve/beacon/entry_type.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

std::string BeaconTemplate(const Target& target) {
  std::string text = "/beacon/v2";
  for (size_t i = 2; i < target.path.size() && i < 5; ++i) {
    const std::string& segment = target.path[i];
    const bool known = FindEntryType(segment) != nullptr || segment == "info" || segment == "service-info" ||
                       segment == "configuration" || segment == "entry_types" || segment == "map" ||
                       segment == "filtering_terms";
    Append(text, "/", i == 3 && segment != "filtering_terms" ? "{id}" : known ? segment : "{unknown}");
  }
  return text;
}

std::string NativeTemplate(const Target& target) {
  const std::string second = target.path.size() > 1 ? target.path[1] : std::string();
  for (const char* known : {"query", "check", "complete", "terms", "me"}) {
    if (second == known) return Concat("/v1/", second);
  }
  return second == "describe" ? "/v1/describe/{entity}" : "/v1/{unknown}";
}

}  // namespace

bool IsBeacon(const Target& target) {
  return target.path.size() >= 2 && target.path[0] == "beacon" && target.path[1] == "v2";
}

bool IsNative(const Target& target) { return !target.path.empty() && target.path[0] == "v1"; }

bool IsDocument(const Target& target) {
  if (IsNative(target)) return target.path.size() == 2 && target.path[1] == "me";
  if (target.path.size() <= 2 || target.path.back() == "filtering_terms") return true;
  const EntryType* type = FindEntryType(target.path[2]);
  return type == nullptr || (IsCollection(type->entry) && target.path.size() <= 4);
}

std::string TemplateOf(const Target& target) {
  if (IsBeacon(target)) return BeaconTemplate(target);
  if (IsNative(target)) return NativeTemplate(target);
  if (target.path.size() == 2 && target.path[0] == "health") {
    return target.path[1] == "live" || target.path[1] == "ready" ? Concat("/health/", target.path[1]) : "/{unknown}";
  }
  return "/{page}";
}

}  // namespace muster::serve
