#include "serve/token/token_authenticator.h"

#include <algorithm>
#include <chrono>
#include <utility>

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
constexpr size_t kMaxWaiting = 256;    ///< for a thread
constexpr size_t kMaxCallers = 1'024;  ///< whose tokens are not decided yet
constexpr size_t kMaxAtUserInfo = 64;  ///< of one broker, at a time
constexpr size_t kMaxLooks = 20;
/// How long a result is cached if one of the caller's visas could not be verified.
constexpr int64_t kKeptInPartSeconds = 30;

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
      queue_(kThreads, kMaxWaiting),
      keys_([this](const std::string& url,
                   std::function<void(KeySets::Body)> done) { world_.fetch(url, "", std::move(done)); },
            [] { return std::chrono::steady_clock::now(); }, world.keys_renewed),
      world_(std::move(world)) {}

TokenAuthenticator::~TokenAuthenticator() { queue_.Stop(); }

void TokenAuthenticator::Authenticate(std::string_view header, std::function<void(absl::StatusOr<Caller>)> done) {
  const size_t blank = header.find(' ');
  if (blank == std::string_view::npos || !EqualsIgnoreCase(header.substr(0, blank), "bearer")) {
    return done(absl::UnauthenticatedError("only bearer tokens are taken"));
  }
  std::string token(Trim(header.substr(blank)));
  if (token.empty() || token.size() > kMaxTokenBytes)
    return done(absl::UnauthenticatedError("its size is not that of one"));
  std::string hash = Sha256(token);
  const int64_t now = world_.now();
  std::optional<Caller> known;
  PendingPtr pending;
  bool waits = false;
  {
    absl::MutexLock lock(&mutex_);
    if (const auto found = known_.find(hash); found != known_.end()) {
      if (found->second.until > now) {
        known = found->second.caller;
      } else {
        known_.erase(found);
      }
    }
    if (!known.has_value() && callers_ < kMaxCallers) {
      waits = true;
      ++callers_;
      PendingPtr& place = pending_[hash];
      const bool first = place == nullptr;
      if (first) place = std::make_shared<Pending>(Pending{std::move(token), std::move(hash), 0, {}, {}});
      place->callers.push_back(std::move(done));
      if (first) pending = place;
    }
  }
  if (known.has_value()) return done(*std::move(known));
  if (!waits) return done(absl::UnavailableError("too many tokens wait"));
  if (pending != nullptr) Queue(pending);
}

void TokenAuthenticator::Queue(const PendingPtr& pending) {
  queue_.Push(pending->hash, {[this, pending] { Look(pending); },
                              [this, pending](WorkQueue::Dropped) {
                                Finish(pending, absl::UnavailableError("too many tokens wait"));
                              }});
}

void TokenAuthenticator::Look(const PendingPtr& pending) {
  Missing missing;
  absl::StatusOr<Known> result = Decide(*pending, missing);
  if (missing.keys.empty() && missing.userinfo.empty()) return Finish(pending, std::move(result));
  // Each look waits for one set of keys more; one that goes on has an issuer whose sets come and go.
  if (++pending->looks > kMaxLooks) return Finish(pending, absl::UnavailableError("its issuer does not answer now"));
  if (!missing.userinfo.empty()) return FetchUserInfo(pending, missing.userinfo);
  if (!keys_.WhenFetched(missing.keys, [this, pending] { Queue(pending); })) {
    Finish(pending, absl::UnavailableError("too many tokens wait"));
  }
}

void TokenAuthenticator::FetchUserInfo(const PendingPtr& pending, const std::string& url) {
  bool full = false;
  {
    absl::MutexLock lock(&mutex_);
    size_t& fetching = fetching_[url];
    full = fetching >= kMaxAtUserInfo;
    if (!full) ++fetching;
  }
  if (full) return Finish(pending, absl::UnavailableError("too many tokens wait"));
  world_.fetch(url, pending->token, [this, pending, url](absl::StatusOr<std::string> body) {
    {
      absl::MutexLock lock(&mutex_);
      --fetching_[url];
    }
    pending->userinfo = std::move(body);
    Queue(pending);
  });
}

void TokenAuthenticator::Finish(const PendingPtr& pending, absl::StatusOr<Known> result) {
  const absl::StatusOr<Caller> caller = result.ok() ? absl::StatusOr<Caller>(result->caller) : result.status();
  std::vector<std::function<void(absl::StatusOr<Caller>)>> callers;
  {
    absl::MutexLock lock(&mutex_);
    callers.swap(pending->callers);
    callers_ -= callers.size();
    pending_.erase(pending->hash);
    if (result.ok()) {
      if (known_.size() >= kMaxKnown) {
        const int64_t now = world_.now();
        std::erase_if(known_, [now](const auto& entry) { return entry.second.until <= now; });
        if (known_.size() >= kMaxKnown) known_.clear();
      }
      known_[pending->hash] = *std::move(result);
    }
  }
  for (const auto& done : callers) done(caller);
}

absl::StatusOr<Json> TokenAuthenticator::FindKey(const std::string& url, const std::string& kid, Missing& missing) {
  std::optional<absl::StatusOr<Json>> key = keys_.Find(url, kid);
  if (key.has_value()) return *std::move(key);
  if (missing.keys.empty()) missing.keys = url;
  return absl::UnavailableError("the keys of its issuer are being fetched");
}

absl::StatusOr<Json> TokenAuthenticator::VisasOf(const IssuerSettings& issuer, const Json& header, const Json& claims,
                                                 const Pending& pending, Missing& missing) const {
  Json holder = claims;
  if (!IsPassport(header)) {
    if (!HasScope(claims, "ga4gh_passport_v1") || issuer.userinfo.empty()) return Json::array();
    if (!pending.userinfo.has_value()) {
      missing.userinfo = issuer.userinfo;
      return absl::UnavailableError("its visas are being fetched");
    }
    if (!pending.userinfo->ok()) return pending.userinfo->status();
    absl::StatusOr<Json> json = ParseJson(**pending.userinfo);
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

absl::StatusOr<TokenAuthenticator::Known> TokenAuthenticator::Decide(const Pending& pending, Missing& missing) {
  absl::StatusOr<Jwt> jwt = ParseJwt(pending.token);
  if (!jwt.ok()) return jwt.status();
  const Json* iss = Member(jwt->claims, "iss");
  const auto issuer = std::find_if(settings_.issuers.begin(), settings_.issuers.end(), [&](const IssuerSettings& one) {
    return one.tokens && iss != nullptr && *iss == Json(one.iss);
  });
  if (issuer == settings_.issuers.end()) return absl::UnauthenticatedError("its issuer is not trusted here");
  if (const Json* jku = Member(jwt->header, "jku"); jku != nullptr && *jku != Json(issuer->jwks)) {
    return absl::UnauthenticatedError("it names other keys than its issuer's");
  }
  absl::StatusOr<Json> key = FindKey(issuer->jwks, jwt->kid, missing);
  if (!key.ok()) return key.status();
  if (!HasSignatureOf(*jwt, *key)) return absl::UnauthenticatedError("its signature is not its issuer's");
  const int64_t now = world_.now();
  if (absl::Status times = CheckTimes(jwt->claims, now); !times.ok()) return times;
  const std::string sub = TextMember(jwt->claims, "sub");
  if (sub.empty()) return absl::UnauthenticatedError("it does not say whose it is");
  if (!IsFor(jwt->claims, issuer->audience)) return absl::UnauthenticatedError("it is for somebody else");
  absl::StatusOr<Json> texts = VisasOf(*issuer, jwt->header, jwt->claims, pending, missing);
  if (!texts.ok()) return texts.status();

  Known known;
  known.caller.name = Concat(sub, " at ", issuer->iss);
  known.until = std::min(ExpiryOf(jwt->claims), now + kKeptSeconds);
  const KeyFinder find_key = [&](const std::string& url, const std::string& kid) { return FindKey(url, kid, missing); };
  std::vector<Visa> visas;
  for (const Json& text : *texts) {
    absl::StatusOr<Visa> visa = VerifyVisa(text, settings_, find_key, now);
    // One that does not count takes nothing from the others.
    if (visa.ok()) visas.push_back(*std::move(visa));
    if (absl::IsUnavailable(visa.status())) known.until = std::min(known.until, now + kKeptInPartSeconds);
  }
  ApplyVisas(visas, sub, settings_, known.caller, known.until);
  return known;
}

}  // namespace muster::serve
