#include "serve/serve.h"

#include <algorithm>
#include <ctime>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "absl/synchronization/mutex.h"
#include "muster/catalogue.h"
#include "serve/app.h"
#include "serve/beacon/criteria.h"
#include "serve/catalogue_backend.h"
#include "serve/http/respond.h"
#include "serve/lifecycle.h"
#include "serve/network/aggregator.h"
#include "serve/text/text.h"
#include "serve/token/token_authenticator.h"

namespace muster::serve {
namespace {

constexpr int kDone = 0;
constexpr int kBadOptions = 2;
constexpr int kCannotServe = 3;
constexpr std::chrono::milliseconds kGrace{10'000};

/// Lines to a stream, from any thread.
class LineWriter {
 public:
  explicit LineWriter(std::ostream& out) : out_(out) {}
  void Write(const std::string& line) {
    absl::MutexLock lock(&mutex_);
    out_ << line << "\n" << std::flush;
  }
  /// An event of the service's life.
  void Event(std::string_view event, std::string_view detail) {
    Write(WriteJson(Json{{"event", event}, {"detail", detail}}));
  }

 private:
  absl::Mutex mutex_;
  std::ostream& out_;
};

/// All that a configuration decides, so that another one can take its place while requests run.
struct Stack {
  Settings settings;
  std::unique_ptr<Authenticator> authenticator;
  std::unique_ptr<Backend> backend;
  std::unique_ptr<App> app;
};

/// Passes requests on to the stack that counts, which lives until they are answered.
class StackSwitch final : public HttpHandler {
 public:
  void Set(std::shared_ptr<Stack> stack) {
    absl::MutexLock lock(&mutex_);
    if (stack_ != nullptr) old_.push_back(std::move(stack_));
    stack_ = std::move(stack);
  }
  /// Ends old stacks that nobody uses any more. Their threads are waited for, so that none of these can do it.
  void EndOld() {
    std::vector<std::shared_ptr<Stack>> ended;
    absl::MutexLock lock(&mutex_);
    for (std::shared_ptr<Stack>& old : old_) {
      if (old.use_count() == 1) ended.push_back(std::move(old));
    }
    std::erase(old_, nullptr);
  }
  std::shared_ptr<Stack> Get() const {
    absl::MutexLock lock(&mutex_);
    return stack_;
  }

  void Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) override {
    const std::shared_ptr<Stack> stack = Get();
    stack->app->Handle(std::move(request),
                       [stack, reply = std::move(reply)](HttpResponse response) { reply(std::move(response)); });
  }
  HttpResponse Refuse(int status, std::string_view target) override { return Get()->app->Refuse(status, target); }
  size_t MaxBody(std::string_view target) const override { return Get()->app->MaxBody(target); }

 private:
  mutable absl::Mutex mutex_;
  std::shared_ptr<Stack> stack_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::shared_ptr<Stack>> old_ ABSL_GUARDED_BY(mutex_);
};

/// The second listener, for Prometheus.
class MetricsHandler final : public HttpHandler {
 public:
  MetricsHandler(const Metrics* metrics, std::function<Metrics::Now()> now) : metrics_(metrics), now_(std::move(now)) {}
  void Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) override {
    if (request->target != "/metrics" || request->method != "GET") return reply(ProblemResponse(404, "only /metrics"));
    reply({200, {{"Content-Type", "text/plain; version=0.0.4"}}, metrics_->Text(now_())});
  }
  HttpResponse Refuse(int status, std::string_view) override { return ProblemResponse(status, ReasonOf(status)); }
  size_t MaxBody(std::string_view) const override { return 0; }

 private:
  const Metrics* const metrics_;
  const std::function<Metrics::Now()> now_;
};

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

/// Whether there are the tiers that the settings name: presets, or tiers of the catalogue's release policy. Of a
/// catalogue that cannot be opened, or has no policy yet, the presets are what there will be.
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

std::string BaseUrl(const Settings& settings, uint16_t port, bool as_listening = false) {
  if (!settings.beacon.public_url.empty() && !as_listening) return settings.beacon.public_url;
  const bool six = settings.listen.address.find(':') != std::string::npos;
  return Concat(settings.listen.tls_certificate.empty() ? "http://" : "https://", six ? "[" : "",
                settings.listen.address, six ? "]" : "", ":", port);
}

class Service {
 public:
  Service(const ServeOptions& options, std::ostream& out, std::ostream& err)
      : options_(options), out_(out), log_(err) {}

  int Run(Settings settings) {
    if (settings.nodes.empty()) {
      std::string report;
      absl::StatusOr<std::unique_ptr<Node>> node = Node::Open(settings, &report);
      if (!node.ok()) {
        log_.Event("cannot open", std::string(node.status().message()));
        return kCannotServe;
      }
      node_ = *std::move(node);
      if (!report.empty()) log_.Event("policy", report);
    }
    size_t workers = settings.limits.workers;
    if (workers == 0) workers = std::max(1U, std::thread::hardware_concurrency());
    queue_ = std::make_unique<WorkQueue>(workers, settings.limits.waiting);

    HttpServerOptions listen;
    listen.address = settings.listen.address;
    listen.port = settings.listen.port;
    listen.certificate_file = settings.listen.tls_certificate;
    listen.key_file = settings.listen.tls_key;
    listen.max_connections = settings.limits.connections;
    listen.max_connections_per_address = settings.limits.per_address;
    listen.proxies = settings.listen.proxies;
    // The port may be known only when it is listened on; nobody is answered before the stack is there.
    HeldHandler held(&switch_);
    absl::StatusOr<std::unique_ptr<HttpServer>> server = HttpServer::Start(listen, &held);
    if (!server.ok()) {
      log_.Event("cannot listen", std::string(server.status().message()));
      return kCannotServe;
    }
    server_ = *std::move(server);
    switch_.Set(MakeStack(settings));
    held.Release();
    if (settings.listen.metrics_port != 0 && !StartMetrics(settings)) return kCannotServe;
    out_ << "serving " << (node_ != nullptr ? settings.catalogue.path : Concat(settings.nodes.size(), " nodes"))
         << " at " << BaseUrl(settings, server_->port(), true) << "/\n"
         << std::flush;
    NotifySystemd("READY=1");
    Loop(settings);
    return End();
  }

 private:
  /// Lets requests wait until the first stack is there.
  class HeldHandler final : public HttpHandler {
   public:
    explicit HeldHandler(StackSwitch* to) : to_(to) {}
    void Release() { ready_ = true; }
    void Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) override {
      if (!ready_) return reply(ProblemResponse(503, "not ready yet"));
      to_->Handle(std::move(request), std::move(reply));
    }
    HttpResponse Refuse(int status, std::string_view target) override {
      return ready_ ? to_->Refuse(status, target) : ProblemResponse(status, ReasonOf(status));
    }
    size_t MaxBody(std::string_view target) const override { return ready_ ? to_->MaxBody(target) : 0; }

   private:
    StackSwitch* const to_;
    std::atomic<bool> ready_{false};
  };

  std::shared_ptr<Stack> MakeStack(const Settings& settings) {
    auto stack = std::make_shared<Stack>();
    stack->settings = settings;
    if (settings.issuers.empty()) {
      stack->authenticator = std::make_unique<NoIssuers>();
    } else {
      stack->authenticator = std::make_unique<TokenAuthenticator>(settings, WorldOutside(settings));
    }
    const std::string base = BaseUrl(settings, server_->port()) + "/beacon/v2";
    if (node_ != nullptr) {
      stack->backend = std::make_unique<CatalogueBackend>(settings, base, *node_);
    } else {
      stack->backend = std::make_unique<Aggregator>(settings, base, &metrics_);
    }
    LogLine log;
    if (!options_.quiet) log = [this](const std::string& line) { log_.Write(line); };
    stack->app = std::make_unique<App>(settings, stack->backend.get(), stack->authenticator.get(), queue_.get(),
                                       &metrics_, std::move(log));
    return stack;
  }

  /// How issuers are reached.
  static TokenWorld WorldOutside(const Settings& settings) {
    HttpClientOptions options;
    options.ca_file = settings.ca_file;
    auto client = std::make_shared<HttpClient>(options);
    TokenWorld world;
    world.now = [] { return static_cast<int64_t>(std::time(nullptr)); };
    world.fetch = [client](const std::string& url, const std::string& bearer,
                           std::function<void(absl::StatusOr<std::string>)> done) {
      FetchRequest request;
      request.url = url;
      request.headers = {{"Accept", "application/json"}};
      if (!bearer.empty()) request.headers.emplace_back("Authorization", "Bearer " + bearer);
      client->Fetch(std::move(request), [done = std::move(done)](absl::StatusOr<HttpResponse> response) {
        if (!response.ok()) return done(absl::UnavailableError("its issuer cannot be reached now"));
        if (response->status == 401 || response->status == 403) {
          return done(absl::UnauthenticatedError("its issuer does not know it"));
        }
        if (response->status != 200) return done(absl::UnavailableError("its issuer does not answer now"));
        done(std::move(response->body));
      });
    };
    return world;
  }

  bool StartMetrics(const Settings& settings) {
    metrics_handler_ = std::make_unique<MetricsHandler>(&metrics_, [this] {
      Metrics::Now now;
      now.waiting = queue_->waiting();
      now.running = queue_->running();
      now.connections = server_->connections();
      if (node_ != nullptr) {
        now.catalogue_version = node_->version();
        now.cache_bytes = node_->cache_bytes();
      }
      return now;
    });
    HttpServerOptions listen;
    listen.address = settings.listen.metrics_address;
    listen.port = settings.listen.metrics_port;
    absl::StatusOr<std::unique_ptr<HttpServer>> server = HttpServer::Start(listen, metrics_handler_.get());
    if (!server.ok()) {
      log_.Event("cannot listen", std::string(server.status().message()));
      return false;
    }
    metrics_server_ = *std::move(server);
    return true;
  }

  void Loop(const Settings& first) {
    Settings settings = first;
    auto refreshed = std::chrono::steady_clock::now();
    while (true) {
      const Signal signal = WaitForSignal(std::chrono::milliseconds(500));
      if (signal == Signal::kEnd) return;
      if (signal == Signal::kReload) Reload(settings);
      switch_.EndOld();
      NotifySystemd("WATCHDOG=1");
      const auto now = std::chrono::steady_clock::now();
      if (node_ != nullptr && settings.catalogue.refresh_seconds != 0 &&
          now - refreshed >= std::chrono::seconds(settings.catalogue.refresh_seconds)) {
        refreshed = now;
        const uint64_t before = node_->version();
        if (absl::Status done = node_->Refresh(); !done.ok()) {
          log_.Event("cannot refresh", std::string(done.message()));
        } else if (node_->version() != before) {
          log_.Event("refreshed", Concat("version ", node_->version()));
        }
      }
    }
  }

  /// A file that is wrong changes nothing. What was decided at the start stays: address, port, catalogue, workers.
  void Reload(Settings& settings) {
    if (absl::Status certificate =
            settings.listen.tls_certificate.empty() ? absl::OkStatus() : server_->ReloadCertificate();
        !certificate.ok()) {
      log_.Event("not reloaded", std::string(certificate.message()));
    }
    absl::StatusOr<Settings> read = SettingsFor(options_);
    if (!read.ok()) return log_.Event("not reloaded", std::string(read.status().message()));
    const bool same =
        read->listen.address == settings.listen.address && read->listen.port == settings.listen.port &&
        read->listen.tls_certificate == settings.listen.tls_certificate &&
        read->catalogue.path == settings.catalogue.path && read->nodes.empty() == settings.nodes.empty() &&
        read->open_tier.policy == settings.open_tier.policy && read->registered.policy == settings.registered.policy &&
        read->controlled.policy == settings.controlled.policy;
    if (!same) return log_.Event("not reloaded", "address, certificate file, catalogue and policies need a new start");
    settings = *std::move(read);
    switch_.Set(MakeStack(settings));
    log_.Event("reloaded", options_.configuration);
  }

  int End() {
    NotifySystemd("STOPPING=1");
    const bool all = server_->Drain(kGrace, [this] { switch_.Get()->app->SetDraining(); });
    log_.Event("ended", all ? "every request was answered" : "requests were cut off");
    metrics_server_.reset();
    server_.reset();
    queue_.reset();
    return kDone;
  }

  const ServeOptions options_;
  std::ostream& out_;
  LineWriter log_;
  Metrics metrics_;
  std::unique_ptr<Node> node_;
  StackSwitch switch_;
  std::unique_ptr<WorkQueue> queue_;
  std::unique_ptr<MetricsHandler> metrics_handler_;
  std::unique_ptr<HttpServer> metrics_server_;
  std::unique_ptr<HttpServer> server_;
};

}  // namespace

int Serve(const ServeOptions& options, std::ostream& out, std::ostream& err) {
  absl::StatusOr<Settings> settings = SettingsFor(options);
  if (!settings.ok()) {
    err << "muster: " << std::string(settings.status().message()) << "\n";
    return kBadOptions;
  }
  if (options.check) {
    if (absl::Status policies = CheckPolicies(*settings); !policies.ok()) {
      err << "muster: " << std::string(policies.message()) << "\n";
      return kBadOptions;
    }
    out << "nothing is wrong\n";
    return kDone;
  }
  BlockSignals();
  return Service(options, out, err).Run(*std::move(settings));
}

}  // namespace muster::serve
