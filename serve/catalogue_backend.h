// What answers for one catalogue.
#ifndef MUSTER_SERVE_CATALOGUE_BACKEND_H_
#define MUSTER_SERVE_CATALOGUE_BACKEND_H_

#include <string>

#include "serve/beacon/beacon_service.h"
#include "serve/native/native_service.h"
#include "serve/node/backend.h"

namespace muster::serve {

class CatalogueBackend final : public Backend {
 public:
  CatalogueBackend(const Settings& settings, const std::string& base, const Node& node)
      : beacon_(settings, base, node), native_(settings, node) {}

  void Beacon(std::shared_ptr<const HttpRequest> request, Target target, Caller caller, HttpReply reply) override;
  void Native(std::shared_ptr<const HttpRequest> request, Target target, Caller caller, HttpReply reply) override;
  bool Ready() const override { return true; }

 private:
  const BeaconService beacon_;
  const NativeService native_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_CATALOGUE_BACKEND_H_
