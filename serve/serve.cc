#include "serve/serve.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "serve/app.h"
#include "serve/catalogue_backend.h"
#include "serve/config/settings.h"
#include "serve/http/server.h"
#include "serve/lifecycle.h"
#include "serve/line_writer.h"
#include "serve/metrics/metrics.h"
#include "serve/metrics_handler.h"
#include "serve/network/aggregator.h"
#include "serve/node/node.h"
#include "serve/node/work_queue.h"
#include "serve/stack.h"
#include "serve/start_settings.h"
#include "serve/text/text.h"
#include "serve/token/authenticator.h"
#include "serve/token/issuers_by_http.h"
#include "serve/token/token_authenticator.h"

namespace muster::serve {
namespace {

constexpr int kDone = 0;
constexpr int kBadOptions = 2;
constexpr int kCannotServe = 3;
constexpr std::chrono::milliseconds kGrace{10'000};

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
    StartupHandler held(&switch_, settings.beacon.id);
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
  std::shared_ptr<Stack> MakeStack(const Settings& settings) {
    auto stack = std::make_shared<Stack>();
    stack->settings = settings;
    if (settings.issuers.empty()) {
      stack->authenticator = std::make_unique<NoIssuers>();
    } else {
      TokenWorld issuers = IssuersByHttp(settings.ca_file);
      issuers.keys_renewed = [this](const std::string& url) { metrics_.KeysFetched(url); };
      stack->authenticator = std::make_unique<TokenAuthenticator>(settings, std::move(issuers));
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
