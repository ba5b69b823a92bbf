#include "shell/interactive/reopenable_catalogue.h"

#include "absl/status/statusor.h"

namespace muster::shell {

absl::Status ReopenableCatalogue::Open() {
  handle_.reset();
  absl::StatusOr<std::unique_ptr<CatalogueHandle>> opened = opener_(path_, options_);
  if (!opened.ok()) return opened.status();
  handle_ = *std::move(opened);
  // Whoever was shown a guest's numbers must not be shown exact ones instead.
  if (!principal_.has_value()) return absl::OkStatus();
  absl::Status admitted = handle_->As(principal_);
  if (!admitted.ok()) handle_.reset();
  return admitted;
}

absl::Status ReopenableCatalogue::As(std::optional<Principal> principal) {
  if (absl::Status status = handle_->As(principal); !status.ok()) {
    // The handle no longer has a guest: it must not give exact answers instead.
    if (absl::Status again = handle_->As(principal_); !again.ok()) handle_.reset();
    return status;
  }
  principal_ = std::move(principal);
  return absl::OkStatus();
}

absl::Status ReopenableCatalogue::Write(const std::function<void(CatalogueHandle&)>& write) {
  handle_.reset();  // a reader in the same process would keep the old state
  absl::StatusOr<std::unique_ptr<CatalogueHandle>> opened = opener_(path_, OpenOptions());
  if (!opened.ok()) return opened.status();
  write(**opened);
  return absl::OkStatus();
}

}  // namespace muster::shell
