// The service as a command: `muster serve`.
#ifndef MUSTER_SERVE_SERVE_H_
#define MUSTER_SERVE_SERVE_H_

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>

namespace muster::serve {

struct ServeOptions {
  std::string catalogue = {};         ///< empty: that of the configuration
  std::string configuration = {};     ///< a file; empty: what counts without one
  std::string network = {};           ///< a file with nodes, to be an aggregator of these
  std::optional<uint16_t> port = {};  ///< in place of the configuration's; 0: any that is free
  bool exact = false;                 ///< everybody gets the numbers as they are, in place of what the tiers say
  bool check = false;                 ///< only say what is wrong with the configuration
  bool quiet = false;                 ///< no line in the log for each request
};

/// Serves until SIGTERM or SIGINT, and takes the configuration anew on SIGHUP. Where it can be reached is said on
/// `out`, in a line; all else on `err`. To be called before other threads are started. Returns the exit code: 0; 2: a
/// mistake in the options or the configuration; 3: the catalogue cannot be opened, or the address cannot be listened
/// on.
int Serve(const ServeOptions& options, std::ostream& out, std::ostream& err);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_SERVE_H_
