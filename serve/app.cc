#include "serve/app.h"

#include <algorithm>
#include <chrono>
#include <random>

#include "serve/beacon/answer.h"
#include "serve/http/negotiation.h"
#include "serve/http/respond.h"
#include "serve/page/assets.h"
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

bool IsBeacon(const Target& target) {
  return target.path.size() >= 2 && target.path[0] == "beacon" && target.path[1] == "v2";
}
bool IsNative(const Target& target) { return !target.path.empty() && target.path[0] == "v1"; }

/// Whether what is asked for says nothing of people: what the service is, and which datasets, cohorts and terms it has.
bool IsDocument(const Target& target) {
  if (IsNative(target)) return target.path.size() == 2 && target.path[1] == "me";
  if (target.path.size() <= 2 || target.path.back() == "filtering_terms") return true;
  const EntryType* type = FindEntryType(target.path[2]);
  return type == nullptr || (IsCollection(type->entry) && target.path.size() <= 4);
}

/// The path with ids replaced, for logs and metrics.
std::string TemplateOf(const Target& target) {
  if (IsBeacon(target)) {
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
  if (IsNative(target)) {
    const std::string second = target.path.size() > 1 ? target.path[1] : std::string();
    for (const char* known : {"query", "check", "complete", "terms", "me"}) {
      if (second == known) return Concat("/v1/", second);
    }
    return second == "describe" ? "/v1/describe/{entity}" : "/v1/{unknown}";
  }
  if (target.path.size() == 2 && target.path[0] == "health") {
    return target.path[1] == "live" || target.path[1] == "ready" ? Concat("/health/", target.path[1]) : "/{unknown}";
  }
  return "/{page}";
}

/// traceparent of W3C: 00-<32 hex>-<16 hex>-<2 hex>, or nothing.
std::string TraceOf(const HttpRequest& request) {
  const std::string_view text = request.Header("traceparent");
  if (text.size() != 55 || !text.starts_with("00-")) return {};
  const bool plain = std::all_of(text.begin(), text.end(),
                                 [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-'; });
  return plain ? std::string(text) : std::string();
}

std::string NowText() {
  const auto now = std::chrono::system_clock::now();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts = {};
  gmtime_r(&seconds, &parts);
  char text[32];
  const size_t length = std::strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S", &parts);
  const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
  std::string out(text, length);
  Append(out, millis < 100 ? (millis < 10 ? ".00" : ".0") : ".", millis, "Z");
  return out;
}

/// Gives what may be kept a validator, and answers 304 to a client that has it already.
void AddTag(const HttpRequest& request, HttpResponse& response) {
  if (response.status != 200 || !FindHeader(response.headers, "Cache-Control").starts_with("max-age")) return;
  const std::string tag = EntityTag(response.body);
  response.headers.emplace_back("ETag", tag);
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (!reads || !NamesTag(request.Header("if-none-match"), tag)) return;
  response.status = 304;
  response.body.clear();
  std::erase_if(response.headers, [](const auto& header) { return header.first == "Content-Type"; });
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

size_t App::MaxBody(std::string_view target) const {
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

bool App::IsForUs(const HttpRequest& request) const {
  // HTTP/1.0 has no Host, and no browser that could be led here speaks it; a later request without one was refused.
  const bool named = std::ranges::any_of(request.headers, [](const auto& header) { return header.first == "host"; });
  if (!named) return true;
  std::string_view host = request.Header("host");
  if (host.empty()) return false;
  // Without the port.
  if (host.starts_with('[')) {
    host = host.substr(1, host.find(']') - 1);
  } else {
    host = host.substr(0, host.find(':'));
  }
  const std::vector<std::string>& names = settings_.listen.server_names;
  if (!names.empty()) {
    return std::any_of(names.begin(), names.end(),
                       [host](const std::string& name) { return EqualsIgnoreCase(name, host); });
  }
  if (EqualsIgnoreCase(host, "localhost") || host == "127.0.0.1" || host == "::1") return true;
  if (host == settings_.listen.address) return true;
  const std::optional<Url> url = ParseUrl(settings_.beacon.public_url);
  return url.has_value() && EqualsIgnoreCase(url->host, host);
}

void App::AddCors(const HttpRequest& request, HttpResponse& response) const {
  if (settings_.cors_origins.empty()) return;
  response.headers.emplace_back("Vary", "Origin");
  const std::string_view origin = request.Header("origin");
  for (const std::string& allowed : settings_.cors_origins) {
    if (allowed != origin) continue;
    response.headers.emplace_back("Access-Control-Allow-Origin", allowed);
    response.headers.emplace_back("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id");
  }
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
  const Target& target = exchange->target;
  const bool asks = exchange->beacon || IsNative(target);
  if (target.path.size() == 2 && target.path[0] == "health") {
    const bool ready = !draining_ && backend_->Ready();
    if (target.path[1] == "live") return Finish(exchange, JsonResponse(200, {{"status", "live"}}));
    if (target.path[1] == "ready") {
      HttpResponse response = JsonResponse(ready ? 200 : 503, {{"status", ready ? "ready" : "not ready"}});
      AddRetryAfter(response);
      return Finish(exchange, std::move(response));
    }
  }
  if (draining_) {
    metrics_->Refused("ending");
    return Finish(exchange, ErrorFor(*exchange, 503, "this server is ending"));
  }
  if (request.too_many) return Finish(exchange, ErrorFor(*exchange, 400, "a header is there twice"));
  if (!IsForUs(request)) {
    metrics_->Refused("host");
    return Finish(exchange, ErrorFor(*exchange, 421, "this is not a server of that name"));
  }
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (request.method == "OPTIONS" && asks) {
    HttpResponse response{204, {}, ""};
    response.headers.emplace_back("Allow", "GET, HEAD, POST, OPTIONS");
    response.headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD, POST");
    response.headers.emplace_back("Access-Control-Allow-Headers",
                                  "accept, authorization, content-type, if-none-match, traceparent");
    response.headers.emplace_back("Access-Control-Max-Age", "600");
    return Finish(exchange, std::move(response));
  }
  if (!reads && !(request.method == "POST" && asks)) {
    HttpResponse response = ErrorFor(*exchange, 405, "this method is not answered here");
    response.headers.emplace_back("Allow", asks ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD");
    return Finish(exchange, std::move(response));
  }
  if (!asks) {
    const Asset* asset = FindAsset(Join(target.path, "/"));
    if (asset == nullptr) return Finish(exchange, ErrorFor(*exchange, 404, "there is no such page"));
    HttpResponse response{200, {}, std::string(asset->content)};
    response.headers.emplace_back("Content-Type", MediaTypeOf(asset->path));
    response.headers.emplace_back("Cache-Control", "max-age=300");
    return Finish(exchange, std::move(response));
  }
  const std::string_view coding = request.Header("content-encoding");
  if (!coding.empty() && !EqualsIgnoreCase(coding, "identity")) {
    return Finish(exchange, ErrorFor(*exchange, 415, "the body is in a coding that is not read here"));
  }
  if (reads && !request.body.empty()) {
    return Finish(exchange, ErrorFor(*exchange, 400, "a GET is asked by its address alone, and this one has a body"));
  }
  if (!AcceptsJson(request.Header("accept"))) {
    return Finish(exchange, ErrorFor(*exchange, 406, "answers are application/json, which Accept leaves out"));
  }
  const std::string_view authorization = request.Header("authorization");
  // One that says nothing is not valid either: it is never taken for none.
  const bool has_none = std::ranges::none_of(request.headers, [](const auto& h) { return h.first == "authorization"; });
  if (has_none) return Ask(exchange, Caller());
  authenticator_->Authenticate(authorization, [this, exchange](absl::StatusOr<Caller> caller) {
    if (caller.ok()) return Ask(exchange, *std::move(caller));
    if (caller.status().code() == absl::StatusCode::kUnauthenticated) {
      metrics_->Refused("token");
      HttpResponse response =
          ErrorFor(*exchange, 401, Concat("the token is not valid: ", std::string(caller.status().message())));
      response.headers.emplace_back("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      return Finish(exchange, std::move(response));
    }
    Finish(exchange, ErrorFor(*exchange, 503, "the token cannot be looked at now"));
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
  AddCors(*exchange->request, response);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("X-Request-Id", exchange->id);
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  if (exchange->request->secure) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
  const auto micros =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - exchange->begun).count();
  const std::string path = TemplateOf(exchange->target);
  metrics_->Request(path, response.status, NameOf(exchange->caller.tier), static_cast<double>(micros) / 1e6);
  if (log_ != nullptr) {
    Json line = {
        {"time", NowText()},
        {"request", exchange->id},
        {"method", exchange->request->method == "GET" || exchange->request->method == "POST" ? exchange->request->method
                                                                                             : "other"},
        {"path", path},
        {"status", response.status},
        {"micros", micros},
        {"tier", NameOf(exchange->caller.tier)}};
    if (const std::string trace = TraceOf(*exchange->request); !trace.empty()) line["traceparent"] = trace;
    log_(WriteJson(line));
  }
  exchange->reply(std::move(response));
}

}  // namespace muster::serve
