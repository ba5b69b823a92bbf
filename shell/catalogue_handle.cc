#include "shell/catalogue_handle.h"

#include <utility>

namespace muster::shell {
namespace {

class OnDisk final : public CatalogueHandle {
 public:
  explicit OnDisk(std::unique_ptr<Catalogue> catalogue) : catalogue_(std::move(catalogue)) {}

  absl::StatusOr<ImportReport> Import(const std::vector<std::string>& paths, const ImportOptions& options) override {
    return catalogue_->Import(paths, options);
  }
  absl::StatusOr<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids) override {
    return catalogue_->Delete(dataset, ids);
  }
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text) const override { return catalogue_->Query(text); }
  Completions Complete(std::string_view text, size_t cursor) const override {
    return catalogue_->Complete(text, cursor);
  }
  absl::StatusOr<CatalogueInfo> Info() const override { return catalogue_->Info(); }
  absl::StatusOr<CheckReport> Check(const std::function<void(uint64_t, uint64_t)>& progress) const override {
    return catalogue_->Check(progress);
  }

 private:
  std::unique_ptr<Catalogue> catalogue_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<CatalogueHandle>> OpenOnDisk(const std::string& path, const OpenOptions& options) {
  absl::StatusOr<std::unique_ptr<Catalogue>> catalogue = Catalogue::Open(path, options);
  if (!catalogue.ok()) return catalogue.status();
  return std::make_unique<OnDisk>(*std::move(catalogue));
}

}  // namespace muster::shell
