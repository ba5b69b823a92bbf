#include "serve/app.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <random>
#include <utility>

#include "serve/access_log.h"
#include "serve/beacon/answer.h"
#include "serve/endpoint.h"
#include "serve/http/respond.h"
#include "serve/page/assets.h"
#include "serve/response_headers.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr size_t kMaxBeaconBody = size_t{256} << 10;
constexpr size_t kMaxNativeBody = size_t{1} << 20;

/// Clients read all documents about a service when they begin: these have a bound of their own.
uint32_t DocumentsIn(uint32_t questions) {
  constexpr uint64_t kForAQuestion = 10;
  return static_cast<uint32_t>(std::min<uint64_t>(questions * kForAQuestion, UINT32_MAX));
}

}  // namespace

struct App::Exchange {
  std::shared_ptr<const HttpRequest> request;
  HttpReply reply;
  std::string id;
  Target target;
  Caller caller;
  bool beacon = false;
  std::chrono::steady_clock::time_point begun;
};

App::App(const Settings& settings, Backend* backend, Authenticator* authenticator, WorkQueue* queue, Metrics* metrics,
         LogLine log)
    : settings_(settings),
      backend_(backend),
      authenticator_(authenticator),
      queue_(queue),
      metrics_(metrics),
      log_(std::move(log)),
      rate_(settings.limits.per_minute),
      documents_rate_(DocumentsIn(settings.limits.per_minute)) {
  std::random_device random;
  static constexpr char kDigits[] = "0123456789abcdef";
  for (int i = 0; i < 8; ++i) instance_.push_back(kDigits[random() % 16]);
}

size_t App::MaxBodyOf(std::string_view target) {
  return target.starts_with("/beacon") ? kMaxBeaconBody : kMaxNativeBody;
}

HttpResponse App::Refuse(int status, std::string_view target) {
  Exchange exchange;
  exchange.beacon = target.starts_with("/beacon");
  HttpResponse response = ErrorFor(exchange, status, ReasonOf(status));
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  return response;
}

HttpResponse App::ErrorFor(const Exchange& exchange, int status, std::string_view message, int64_t wait) const {
  HttpResponse response = exchange.beacon ? JsonResponse(status, ErrorAnswer(settings_.beacon.id, status, message))
                                          : ProblemResponse(status, message, wait);
  if (exchange.beacon) AddRetryAfter(response, wait);
  return response;
}

void App::Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) {
  auto exchange = std::make_shared<Exchange>();
  exchange->begun = std::chrono::steady_clock::now();
  exchange->id = Concat(instance_, "-", ++number_);
  exchange->beacon = request->target.starts_with("/beacon");
  exchange->request = std::move(request);
  exchange->reply = std::move(reply);
  std::optional<Target> target = ParseTarget(exchange->request->target);
  if (!target.has_value()) return Finish(exchange, ErrorFor(*exchange, 400, "the path is not written as one"));
  exchange->target = *std::move(target);
  exchange->beacon = IsBeacon(exchange->target);
  Route(exchange);
}

void App::Route(const std::shared_ptr<Exchange>& exchange) {
  const HttpRequest& request = *exchange->request;
  if (std::optional<HttpResponse> health = Health(exchange->target)) return Finish(exchange, *std::move(health));
  if (draining_) return Decline(exchange, {503, "this server is ending", "ending"});
  if (std::optional<Refusal> refusal = RefusalOfHeaders(request, settings_)) return Decline(exchange, *refusal);
  const bool asks = exchange->beacon || IsNative(exchange->target);
  if (asks && request.method == "OPTIONS") return Finish(exchange, PreflightResponse());
  if (std::optional<Refusal> refusal = RefusalOfMethod(request, asks)) return Decline(exchange, *refusal);
  if (!asks) return Page(exchange);
  if (std::optional<Refusal> refusal = RefusalOfForm(request)) return Decline(exchange, *refusal);
  Authenticate(exchange);
}

std::optional<HttpResponse> App::Health(const Target& target) const {
  if (target.path.size() != 2 || target.path[0] != "health") return std::nullopt;
  if (target.path[1] == "live") return JsonResponse(200, {{"status", "live"}});
  if (target.path[1] != "ready") return std::nullopt;
  const bool ready = !draining_ && backend_->Ready();
  HttpResponse response = JsonResponse(ready ? 200 : 503, {{"status", ready ? "ready" : "not ready"}});
  AddRetryAfter(response);
  return response;
}

void App::Decline(const std::shared_ptr<Exchange>& exchange, const Refusal& refusal) {
  if (!refusal.counted.empty()) metrics_->Refused(refusal.counted);
  HttpResponse response = ErrorFor(*exchange, refusal.status, refusal.message);
  response.headers.insert(response.headers.end(), refusal.headers.begin(), refusal.headers.end());
  Finish(exchange, std::move(response));
}

void App::Page(const std::shared_ptr<Exchange>& exchange) {
  const Asset* asset = FindAsset(Join(exchange->target.path, "/"));
  if (asset == nullptr) return Decline(exchange, {404, "there is no such page"});
  HttpResponse response{200, {}, std::string(asset->content)};
  response.headers.emplace_back("Content-Type", MediaTypeOf(asset->path));
  response.headers.emplace_back("Cache-Control", "max-age=300");
  Finish(exchange, std::move(response));
}

void App::Authenticate(const std::shared_ptr<Exchange>& exchange) {
  const HttpRequest& request = *exchange->request;
  // One that says nothing is not valid either: it is never taken for none.
  const bool has_none = std::ranges::none_of(request.headers, [](const auto& h) { return h.first == "authorization"; });
  if (has_none) return Ask(exchange, Caller());
  authenticator_->Authenticate(request.Header("authorization"), [this, exchange](absl::StatusOr<Caller> caller) {
    if (caller.ok()) return Ask(exchange, *std::move(caller));
    if (caller.status().code() != absl::StatusCode::kUnauthenticated) {
      return Decline(exchange, {503, "the token cannot be looked at now"});
    }
    const std::string why = Concat("the token is not valid: ", std::string(caller.status().message()));
    Decline(exchange, {401, why, "token", {{"WWW-Authenticate", "Bearer error=\"invalid_token\""}}});
  });
}

void App::Ask(const std::shared_ptr<Exchange>& exchange, Caller caller) {
  exchange->caller = std::move(caller);
  if (exchange->caller.tier == Tier::kPublic && exchange->caller.grants.empty()) {
    // The release policy has a budget for each name besides that of the tier: one caller does not use up another's.
    exchange->caller.name = names_.NameOf(
        CallerAddress(exchange->request->peer, exchange->request->AllOf("x-forwarded-for"), settings_.listen.proxies));
  }
  const std::string& principal = exchange->caller.name;
  RateLimit& rate = IsDocument(exchange->target) ? documents_rate_ : rate_;
  if (const int64_t wait = rate.Take(principal, std::chrono::steady_clock::now()); wait > 0) {
    metrics_->Refused("rate");
    return Finish(exchange, ErrorFor(*exchange, 429, "too many questions in a minute", wait));
  }
  const auto answer = [this, exchange] {
    try {
      const HttpReply reply = [this, exchange](HttpResponse response) { Finish(exchange, std::move(response)); };
      if (exchange->beacon) {
        backend_->Beacon(exchange->request, exchange->target, exchange->caller, reply);
      } else {
        backend_->Native(exchange->request, exchange->target, exchange->caller, reply);
      }
    } catch (const std::exception&) {
      const char* const fault = "the question could not be answered, because of a fault of this service";
      Finish(exchange, ErrorFor(*exchange, 500, fault));
    }
  };
  const auto drop = [this, exchange](WorkQueue::Dropped why) {
    const bool gone = why == WorkQueue::Dropped::kGone;  // then nobody reads what is said
    metrics_->Refused(gone ? "gone" : "queue");
    Finish(exchange, ErrorFor(*exchange, 503, gone ? "the client has gone" : "too many questions wait already"));
  };
  queue_->Push(principal, {answer, drop, exchange->request->gone.get_token()});
}

void App::Finish(const std::shared_ptr<Exchange>& exchange, HttpResponse response) {
  AddTag(*exchange->request, response);
  AddCors(*exchange->request, settings_.cors_origins, response);
  AddProtection(exchange->request->secure, response);
  response.headers.emplace_back("X-Request-Id", exchange->id);
  const auto micros =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - exchange->begun).count();
  const std::string path = TemplateOf(exchange->target);
  metrics_->Request(path, response.status, NameOf(exchange->caller.tier), static_cast<double>(micros) / 1e6);
  if (log_ != nullptr) {
    log_(AccessLine(*exchange->request, exchange->id, path, response.status, micros, NameOf(exchange->caller.tier)));
  }
  exchange->reply(std::move(response));
}

}  // namespace muster::serve
