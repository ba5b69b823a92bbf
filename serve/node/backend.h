// What answers the questions of a service: a node, or a network of nodes.
#ifndef MUSTER_SERVE_NODE_BACKEND_H_
#define MUSTER_SERVE_NODE_BACKEND_H_

#include <memory>

#include "serve/http/message.h"
#include "serve/http/url.h"
#include "serve/node/caller.h"

namespace muster::serve {

/// What answers below /beacon/v2 and /v1: of a node, or of a network.
class Backend {
 public:
  virtual ~Backend() = default;
  /// Called on a thread that may wait, or, of a backend that answers later by itself, on any. `path`: below the root.
  virtual void Beacon(std::shared_ptr<const HttpRequest> request, Target target, Caller caller, HttpReply reply) = 0;
  virtual void Native(std::shared_ptr<const HttpRequest> request, Target target, Caller caller, HttpReply reply) = 0;
  /// Whether answers can be given.
  virtual bool Ready() const = 0;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NODE_BACKEND_H_
