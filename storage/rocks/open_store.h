// Opens the database of a store that is known to exist.
#ifndef MUSTER_STORAGE_ROCKS_OPEN_STORE_H_
#define MUSTER_STORAGE_ROCKS_OPEN_STORE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "storage/files/rocks_frozen_files.h"
#include "storage/rocks/rocks_db.h"

namespace muster::storage {

/// The database in `files`, which were taken of `directory`, if it is a store of a format that can be read. `path` is
/// what the user calls it. Errors as of Store::Open.
absl::StatusOr<std::shared_ptr<RocksDb>> OpenFrozen(const std::string& path, const std::string& directory,
                                                    std::shared_ptr<FrozenFiles> files);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_OPEN_STORE_H_
