// The catalogue that a shell asks, and in whose place.
#ifndef MUSTER_SHELL_INTERACTIVE_REOPENABLE_CATALOGUE_H_
#define MUSTER_SHELL_INTERACTIVE_REOPENABLE_CATALOGUE_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "muster/catalogue.h"
#include "muster/guest.h"
#include "shell/catalogue/catalogue_handle.h"

namespace muster::shell {

/// A catalogue that can be closed and opened again, always for the same principal.
class ReopenableCatalogue {
 public:
  /// `options`: how it is opened to be asked.
  ReopenableCatalogue(Opener opener, std::string path, const OpenOptions& options)
      : opener_(std::move(opener)), path_(std::move(path)), options_(options) {}

  /// Opens it for reading, so that others may import meanwhile.
  absl::Status Open();
  /// Sets the principal, also for when it is opened again; nullopt: the host.
  absl::Status As(std::optional<Principal> principal);
  /// Closes it, opens it for writing, and runs `write`. It has to be opened again afterwards. Returns the status of
  /// opening it for writing.
  absl::Status Write(const std::function<void(CatalogueHandle&)>& write);

  /// Null: it could not be opened, or the principal was not let in.
  CatalogueHandle* handle() const { return handle_.get(); }
  const std::string& path() const { return path_; }
  const std::optional<Principal>& principal() const { return principal_; }

 private:
  const Opener opener_;
  const std::string path_;
  const OpenOptions options_;
  std::unique_ptr<CatalogueHandle> handle_;
  std::optional<Principal> principal_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_REOPENABLE_CATALOGUE_H_
