#include "serve/token/token_authenticator.h"

#include <algorithm>

#include "serve/text/text.h"
#include "serve/token/jwt.h"
#include "serve/token/visa.h"

namespace muster::serve {
namespace {

constexpr size_t kMaxTokenBytes = size_t{16} << 10;
constexpr size_t kMaxVisas = 64;
constexpr size_t kMaxKnown = 10'000;
constexpr int64_t kKeptSeconds = 3'600;
constexpr size_t kThreads = 4;
constexpr size_t kMaxWaiting = 256;

bool HasScope(const Json& claims, std::string_view wanted) {
  const std::string scope = TextMember(claims, "scope");
  const std::vector<std::string_view> parts = Split(scope, ' ');
  return std::find(parts.begin(), parts.end(), wanted) != parts.end();
}

/// A media type, which has no case, and may be written without `application/` (RFC 7515, 4.1.9).
bool IsPassport(const Json& header) {
  const std::string type = ToLower(TextMember(header, "typ"));
  return type == "vnd.ga4gh.passport+jwt" || type == "application/vnd.ga4gh.passport+jwt";
}

bool IsFor(const Json& claims, const std::string& audience) {
  if (audience.empty()) return true;
  const Json* aud = Member(claims, "aud");
  if (aud == nullptr) return false;
  if (aud->is_string()) return aud->get<std::string>() == audience;
  if (!aud->is_array()) return false;
  return std::any_of(aud->begin(), aud->end(),
                     [&](const Json& one) { return one.is_string() && one == Json(audience); });
}

}  // namespace

TokenAuthenticator::TokenAuthenticator(const Settings& settings, TokenWorld world)
    : settings_(settings),
      world_(std::move(world)),
      keys_([this](const std::string& url) { return world_.fetch(url, ""); },
            [] { return std::chrono::steady_clock::now(); }),
      queue_(kThreads, kMaxWaiting) {}

void TokenAuthenticator::Authenticate(std::string_view header, std::function<void(absl::StatusOr<Caller>)> done) {
  const size_t blank = header.find(' ');
  if (blank == std::string_view::npos || !EqualsIgnoreCase(header.substr(0, blank), "bearer")) {
    return done(absl::UnauthenticatedError("only bearer tokens are taken"));
  }
  std::string token(Trim(header.substr(blank)));
  if (token.empty() || token.size() > kMaxTokenBytes)
    return done(absl::UnauthenticatedError("its size is not that of one"));
  const std::string hash = Sha256(token);
  const int64_t now = world_.now();
  std::optional<Caller> known;
  {
    absl::MutexLock lock(&mutex_);
    if (const auto found = known_.find(hash); found != known_.end()) {
      if (found->second.until > now) {
        known = found->second.caller;
      } else {
        known_.erase(found);
      }
    }
  }
  if (known.has_value()) return done(*std::move(known));
  auto kept = std::make_shared<std::function<void(absl::StatusOr<Caller>)>>(std::move(done));
  queue_.Push(hash, {[this, token, kept] { (*kept)(Look(token)); },
                     [kept](WorkQueue::Dropped) { (*kept)(absl::UnavailableError("too many tokens wait")); }});
}

absl::StatusOr<Json> TokenAuthenticator::VisasOf(const IssuerSettings& issuer, const Json& header, const Json& claims,
                                                 const std::string& token) {
  Json holder = claims;
  if (!IsPassport(header)) {
    if (!HasScope(claims, "ga4gh_passport_v1") || issuer.userinfo.empty()) return Json::array();
    absl::StatusOr<std::string> body = world_.fetch(issuer.userinfo, token);
    if (!body.ok()) return body.status();
    absl::StatusOr<Json> json = ParseJson(*body);
    if (!json.ok() || !json->is_object()) return absl::UnavailableError("the broker's answer is not JSON");
    if (TextMember(*json, "sub") != TextMember(claims, "sub")) {
      return absl::UnauthenticatedError("the broker knows it as somebody else's");
    }
    holder = *std::move(json);
  }
  const Json* visas = Member(holder, "ga4gh_passport_v1");
  if (visas == nullptr || visas->is_null()) return Json::array();
  if (!visas->is_array()) return absl::UnauthenticatedError("its visas are no list");
  if (visas->size() > kMaxVisas) return absl::UnauthenticatedError("it has too many visas");
  return *visas;
}

absl::StatusOr<Caller> TokenAuthenticator::Look(const std::string& token) {
  absl::StatusOr<Jwt> jwt = ParseJwt(token);
  if (!jwt.ok()) return jwt.status();
  const Json* iss = Member(jwt->claims, "iss");
  const auto issuer = std::find_if(settings_.issuers.begin(), settings_.issuers.end(), [&](const IssuerSettings& one) {
    return one.tokens && iss != nullptr && *iss == Json(one.iss);
  });
  if (issuer == settings_.issuers.end()) return absl::UnauthenticatedError("its issuer is not trusted here");
  if (const Json* jku = Member(jwt->header, "jku"); jku != nullptr && *jku != Json(issuer->jwks)) {
    return absl::UnauthenticatedError("it names other keys than its issuer's");
  }
  absl::StatusOr<Json> key = keys_.Find(issuer->jwks, jwt->kid);
  if (!key.ok()) return key.status();
  if (!HasSignatureOf(*jwt, *key)) return absl::UnauthenticatedError("its signature is not its issuer's");
  const int64_t now = world_.now();
  if (absl::Status times = CheckTimes(jwt->claims, now); !times.ok()) return times;
  const std::string sub = TextMember(jwt->claims, "sub");
  if (sub.empty()) return absl::UnauthenticatedError("it does not say whose it is");
  if (!IsFor(jwt->claims, issuer->audience)) return absl::UnauthenticatedError("it is for somebody else");
  absl::StatusOr<Json> texts = VisasOf(*issuer, jwt->header, jwt->claims, token);
  if (!texts.ok()) return texts.status();

  std::vector<Visa> visas;
  for (const Json& text : *texts) {
    // One that does not count takes nothing from the others.
    if (absl::StatusOr<Visa> visa = VerifyVisa(text, settings_, keys_, now); visa.ok())
      visas.push_back(*std::move(visa));
  }
  Known known;
  known.caller.name = Concat(sub, " at ", issuer->iss);
  known.until = std::min(ExpiryOf(jwt->claims), now + kKeptSeconds);
  ApplyVisas(visas, sub, settings_, known.caller, known.until);
  Caller caller = known.caller;
  absl::MutexLock lock(&mutex_);
  if (known_.size() >= kMaxKnown) {
    std::erase_if(known_, [now](const auto& entry) { return entry.second.until <= now; });
    if (known_.size() >= kMaxKnown) known_.clear();
  }
  known_[Sha256(token)] = std::move(known);
  return caller;
}

}  // namespace muster::serve
