// The catalogue as the shell uses it: an interface, so that the shell is tested without a catalogue on disk.
#ifndef MUSTER_SHELL_CATALOGUE_CATALOGUE_HANDLE_H_
#define MUSTER_SHELL_CATALOGUE_CATALOGUE_HANDLE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "muster/catalogue.h"
#include "muster/guest.h"

namespace muster::shell {

/// Gets the id and the dataset of a person.
using PersonSink = std::function<void(std::string_view id, std::string_view dataset)>;

/// Methods of muster::Catalogue, documented there.
class CatalogueHandle {
 public:
  virtual ~CatalogueHandle() = default;
  virtual absl::StatusOr<ImportReport> Import(const std::vector<std::string>& paths, const ImportOptions& options) = 0;
  /// If some of `ids` (each once) were not there, `were_there` gets all people of the catalogue as it was before.
  virtual absl::StatusOr<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids,
                                          const PersonSink& were_there) = 0;
  virtual absl::Status Compact() = 0;
  /// Statements that change the catalogue are also possible when it was opened read-only: it is opened for writing for
  /// as long as they take, and shows the new version afterwards.
  virtual absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options) = 0;
  virtual Completions Complete(std::string_view text, size_t cursor) const = 0;
  virtual absl::StatusOr<CatalogueInfo> Info() const = 0;
  virtual absl::StatusOr<CheckReport> Check(const std::function<void(uint64_t, uint64_t)>& progress) const = 0;
  /// From now on, Query and Complete are those of a guest with this principal; nullopt: those of the host again.
  virtual absl::Status As(const std::optional<Principal>& principal) = 0;
  /// The catalogue itself, for the host's commands on guests; null if it is not on disk.
  virtual Catalogue* host() = 0;
};

using Opener = std::function<absl::StatusOr<std::unique_ptr<CatalogueHandle>>(const std::string& path,
                                                                              const OpenOptions& options)>;

/// Opens a catalogue on disk.
absl::StatusOr<std::unique_ptr<CatalogueHandle>> OpenOnDisk(const std::string& path, const OpenOptions& options);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_CATALOGUE_CATALOGUE_HANDLE_H_
