#include "shell/catalogue/catalogue_handle.h"

#include <algorithm>
#include <utility>

namespace muster::shell {
namespace {

// Tells nobody, or some people only, where they cannot be read: what is told is said beside something else.
void TellPeople(const Snapshot& snapshot, const PersonSink& sink) {
  const auto take = [&sink](size_t, const std::vector<Column>& columns, std::vector<std::vector<Cell>> rows) {
    const auto column = [&columns](std::string_view name) {
      return std::find_if(columns.begin(), columns.end(), [name](const Column& one) { return one.name == name; }) -
             columns.begin();
    };
    const auto id = static_cast<size_t>(column("individual")), dataset = static_cast<size_t>(column("dataset"));
    for (const std::vector<Cell>& row : rows) {
      if (std::max(id, dataset) >= row.size()) return false;
      const auto* name = std::get_if<std::string>(&row[id]);
      const auto* of = std::get_if<std::string>(&row[dataset]);
      if (name != nullptr && of != nullptr) sink(*name, *of);
    }
    return true;
  };
  snapshot.Stream("list individuals", {}, take).IgnoreError();
}

class OnDisk final : public CatalogueHandle {
 public:
  OnDisk(std::unique_ptr<Catalogue> catalogue, std::string path, const OpenOptions& options)
      : catalogue_(std::move(catalogue)), path_(std::move(path)), options_(options) {}

  absl::StatusOr<ImportReport> Import(const std::vector<std::string>& paths, const ImportOptions& options) override {
    return catalogue_->Import(paths, options);
  }
  absl::StatusOr<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids,
                                  const PersonSink& were_there) override {
    const auto before = catalogue_->TakeSnapshot();
    if (!before.ok()) return before.status();
    const auto deleted = catalogue_->Delete(dataset, ids);
    if (deleted.ok() && *deleted < ids.size()) TellPeople(**before, were_there);
    return deleted;
  }
  absl::Status Compact() override { return catalogue_->Compact(); }
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options) override {
    if (guest_ != nullptr) return guest_->Query(text, options);
    if (absl::Status status = CatchUp(); !status.ok()) return status;
    auto answers = catalogue_->Query(text, options);
    if (!options_.read_only || !absl::IsFailedPrecondition(answers.status())) return answers;
    OpenOptions writing = options_;
    writing.read_only = false;
    auto writable = Catalogue::Open(path_, writing);
    if (!writable.ok()) return writable.status();
    answers = (*writable)->Query(text, options);
    writable->reset();
    // What was changed is durable, whatever comes of this. It is tried again before the next answer.
    is_behind_ = true;
    CatchUp().IgnoreError();
    return answers;
  }
  Completions Complete(std::string_view text, size_t cursor) const override {
    return guest_ != nullptr ? guest_->Complete(text, cursor) : catalogue_->Complete(text, cursor);
  }
  absl::StatusOr<CatalogueInfo> Info() const override {
    if (absl::Status status = CatchUp(); !status.ok()) return status;
    return catalogue_->Info();
  }
  absl::StatusOr<CheckReport> Check(const std::function<void(uint64_t, uint64_t)>& progress) const override {
    if (absl::Status status = CatchUp(); !status.ok()) return status;
    return catalogue_->Check(progress);
  }
  absl::Status As(const std::optional<Principal>& principal) override {
    guest_.reset();
    if (!principal.has_value()) return absl::OkStatus();
    auto guest = catalogue_->Admit(*principal);
    if (!guest.ok()) return guest.status();
    guest_ = *std::move(guest);
    return absl::OkStatus();
  }
  Catalogue* host() override { return catalogue_.get(); }

 private:
  // Makes visible what was changed through another opening.
  absl::Status CatchUp() const {
    if (!is_behind_) return absl::OkStatus();
    const absl::StatusOr<uint64_t> version = catalogue_->Refresh();
    is_behind_ = !version.ok();
    return version.status();
  }

  std::unique_ptr<Catalogue> catalogue_;
  std::unique_ptr<Guest> guest_;  // of the catalogue
  std::string path_;
  OpenOptions options_;
  mutable bool is_behind_ = false;
};

}  // namespace

absl::StatusOr<std::unique_ptr<CatalogueHandle>> OpenOnDisk(const std::string& path, const OpenOptions& options) {
  absl::StatusOr<std::unique_ptr<Catalogue>> catalogue = Catalogue::Open(path, options);
  if (!catalogue.ok()) return catalogue.status();
  return std::make_unique<OnDisk>(*std::move(catalogue), path, options);
}

}  // namespace muster::shell
