// The paths below /v1: Muster's own texts, answered as tables.
#ifndef MUSTER_SERVE_NATIVE_NATIVE_SERVICE_H_
#define MUSTER_SERVE_NATIVE_NATIVE_SERVICE_H_

#include <span>
#include <string>

#include "serve/config/settings.h"
#include "serve/http/message.h"
#include "serve/http/url.h"
#include "serve/json/json.h"
#include "serve/node/node.h"

namespace muster::serve {

/// Thread-safe.
class NativeService {
 public:
  NativeService(const Settings& settings, const Node& node) : settings_(settings), node_(node) {}

  /// `path`: what is below /v1. May wait for the catalogue.
  HttpResponse Answer(const HttpRequest& request, const Target& target, std::span<const std::string> path,
                      const Caller& caller) const;

 private:
  HttpResponse Query(const HttpRequest& request, const Caller& caller) const;
  HttpResponse Check(const HttpRequest& request, const Caller& caller) const;
  HttpResponse Complete(const HttpRequest& request, const Caller& caller) const;
  /// Whether the tier gets tables.
  bool GivesTables(Tier tier) const;
  HttpResponse Me(const Caller& caller) const;
  HttpResponse Ask(const Caller& caller, const Question& question) const;
  HttpResponse Respond(const Caller& caller, const Question& question,
                       const absl::StatusOr<std::vector<muster::Answer>>& answers) const;
  HttpResponse Checked(const absl::StatusOr<std::vector<muster::Answer>>& answers) const;

  const Settings settings_;
  const Node& node_;
};

/// An answer as JSON: columns, rows, total, labels, notes, provenance.
Json TableJson(const Answer& answer);

Json DiagnosticsJson(const std::vector<Diagnostic>& diagnostics);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NATIVE_NATIVE_SERVICE_H_
