#include "serve/token/visa.h"

#include <algorithm>
#include <set>
#include <utility>

#include "serve/http/url.h"
#include "serve/text/text.h"
#include "serve/token/jwt.h"

namespace muster::serve {
namespace {

constexpr size_t kMaxVisaBytes = size_t{16} << 10;
constexpr size_t kMaxClauses = 64;

bool Has(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool IsKindOfSource(std::string_view by) {
  return by == "self" || by == "peer" || by == "system" || by == "so" || by == "dac";
}

/// Whether `visa` meets one clause of a condition. nullopt: the clause has a form that is not understood.
std::optional<bool> MeetsClause(const Visa& visa, const Json& clause) {
  if (!clause.is_object() || TextMember(clause, "type").empty()) return std::nullopt;
  bool met = true;
  for (const auto& [name, wanted] : clause.items()) {
    if (!wanted.is_string()) return std::nullopt;
    const std::string text = wanted.get<std::string>();
    if (name == "type") {
      met = met && visa.type == text;
      continue;
    }
    const std::string* own = name == "value"    ? &visa.value
                             : name == "source" ? &visa.source
                             : name == "by"     ? &visa.by
                                                : nullptr;
    if (own == nullptr) return std::nullopt;
    if (text.starts_with("const:")) {
      met = met && *own == text.substr(6);
    } else if (text.starts_with("pattern:")) {
      met = met && MatchesPattern(std::string_view(text).substr(8), *own);
    } else if (name == "by") {
      met = met && *own == text;
    } else {
      return std::nullopt;
    }
  }
  return met;
}

/// Whether the conditions of a visa are satisfied by other visas without conditions. Conditions are alternatives; each
/// is a list of which all have to be satisfied.
bool MeetsConditions(const Json& conditions, const std::vector<const Visa*>& others) {
  if (conditions.is_null()) return true;
  if (!conditions.is_array() || conditions.empty()) return false;
  bool any = false;
  size_t clauses = 0;
  for (const Json& all : conditions) {
    if (!all.is_array() || all.empty()) return false;
    bool every = true;
    for (const Json& clause : all) {
      if (++clauses > kMaxClauses) return false;
      bool one = false;
      // Parsed even if there is no other visa, to check its form.
      if (!MeetsClause(Visa(), clause).has_value()) return false;
      for (const Visa* visa : others) one = one || (visa->conditions.is_null() && *MeetsClause(*visa, clause));
      every = every && one;
    }
    any = any || every;
  }
  return any;
}

}  // namespace

bool MatchesPattern(std::string_view pattern, std::string_view text) {
  size_t p = 0, t = 0, star = std::string_view::npos, retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

absl::StatusOr<Visa> VerifyVisa(const Json& text, const Settings& settings, const KeyFinder& find_key, int64_t now) {
  const auto bad = [] { return absl::UnauthenticatedError("not a visa that counts"); };
  if (!text.is_string() || text.get_ref<const std::string&>().size() > kMaxVisaBytes) return bad();
  absl::StatusOr<Jwt> jwt = ParseJwt(text.get_ref<const std::string&>());
  if (!jwt.ok()) return jwt.status();
  Visa visa;
  visa.iss = TextMember(jwt->claims, "iss");
  visa.sub = TextMember(jwt->claims, "sub");
  const auto issuer = std::find_if(settings.issuers.begin(), settings.issuers.end(),
                                   [&](const IssuerSettings& one) { return one.visas && one.iss == visa.iss; });
  if (issuer == settings.issuers.end() || visa.sub.empty()) return bad();
  if (const Json* jku = Member(jwt->header, "jku"); jku != nullptr && *jku != Json(issuer->jwks)) return bad();
  if (TextMember(jwt->header, "typ") == "vnd.ga4gh.passport+jwt") return bad();
  absl::StatusOr<Json> key = find_key(issuer->jwks, jwt->kid);
  if (!key.ok()) return key.status();
  if (!HasSignatureOf(*jwt, *key)) return bad();
  if (absl::Status times = CheckTimes(jwt->claims, now); !times.ok()) return times;
  const Json* inner = Member(jwt->claims, "ga4gh_visa_v1");
  if (inner == nullptr || !inner->is_object()) return bad();
  visa.type = TextMember(*inner, "type");
  visa.value = TextMember(*inner, "value");
  visa.source = TextMember(*inner, "source");
  visa.by = TextMember(*inner, "by");
  if (visa.type.empty() || visa.value.empty() || !Has(issuer->sources, visa.source)) return bad();
  visa.links = Has(issuer->linking, visa.source);
  visa.expires = ExpiryOf(jwt->claims);
  if (const Json* conditions = Member(*inner, "conditions"); conditions != nullptr) visa.conditions = *conditions;
  return visa;
}

void ApplyVisas(const std::vector<Visa>& visas, const std::string& sub, const Settings& settings, Caller& caller,
                int64_t& expires) {
  // Identities that are the caller's: his own subject at any issuer of visas, and what is linked with it.
  std::set<std::pair<std::string, std::string>> linked;
  for (const Visa& visa : visas) {
    if (visa.type != "LinkedIdentities" || visa.sub != sub || !visa.links || !IsKindOfSource(visa.by) ||
        !visa.conditions.is_null()) {
      continue;
    }
    for (const std::string_view pair : Split(visa.value, ';')) {
      const size_t comma = pair.find(',');
      if (comma == std::string_view::npos) continue;
      const std::optional<std::string> other = PercentDecode(pair.substr(0, comma), false);
      const std::optional<std::string> iss = PercentDecode(pair.substr(comma + 1), false);
      if (other.has_value() && iss.has_value()) linked.emplace(*other, *iss);
    }
    expires = std::min(expires, visa.expires);
  }
  std::vector<const Visa*> own;
  for (const Visa& visa : visas) {
    if (visa.sub == sub || linked.contains({visa.sub, visa.iss})) own.push_back(&visa);
  }
  const std::vector<std::string>& sources = settings.registered_sources;
  const auto trusted = [&sources](const Visa& visa) { return sources.empty() || Has(sources, visa.source); };
  const Visa* researcher = nullptr;
  const Visa* terms = nullptr;
  for (const Visa* visa : own) {
    if (!MeetsConditions(visa->conditions, own) || !IsKindOfSource(visa->by)) continue;
    if (visa->type == "ResearcherStatus" && visa->value == settings.researcher_status && visa->by != "self" &&
        trusted(*visa)) {
      researcher = visa;
    } else if (visa->type == "AcceptedTermsAndPolicies" && visa->value == settings.accepted_terms && trusted(*visa)) {
      terms = visa;
    } else if (visa->type == "ControlledAccessGrants" && visa->by == "dac") {
      for (const DatasetSettings& dataset : settings.datasets) {
        if (dataset.grant != visa->value || (!dataset.source.empty() && dataset.source != visa->source)) continue;
        caller.grants.insert(dataset.id);
        expires = std::min(expires, visa->expires);
      }
    }
    if (!visa->conditions.is_null()) {
      // What a condition was met by may end earlier than the visa.
      for (const Visa* other : own) expires = std::min(expires, other->expires);
    }
  }
  if (researcher == nullptr || terms == nullptr) return;
  caller.tier = Tier::kRegistered;
  expires = std::min({expires, researcher->expires, terms->expires});
}

}  // namespace muster::serve
