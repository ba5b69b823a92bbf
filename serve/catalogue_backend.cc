#include "serve/catalogue_backend.h"

namespace muster::serve {

void CatalogueBackend::Beacon(std::shared_ptr<const HttpRequest> request, Target target, Caller caller,
                              HttpReply reply) {
  reply(beacon_.Answer(*request, target, std::span(target.path).subspan(2), caller));
}

void CatalogueBackend::Native(std::shared_ptr<const HttpRequest> request, Target target, Caller caller,
                              HttpReply reply) {
  reply(native_.Answer(*request, target, std::span(target.path).subspan(1), caller));
}

}  // namespace muster::serve
