// Changing the catalogue: one writer gathers one commit.
#ifndef MUSTER_ENGINE_INDEX_CATALOGUE_WRITER_H_
#define MUSTER_ENGINE_INDEX_CATALOGUE_WRITER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "containers/hash_table.h"
#include "engine/index/replaced_individuals.h"
#include "engine/index/segment_builder.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/group_panels.h"
#include "engine/model/record/record.h"
#include "engine/model/record/unite.h"
#include "engine/model/record/united_rules.h"
#include "engine/ontology/ontology.h"
#include "engine/secret/secret_keys.h"
#include "storage/store.h"

namespace muster::index {

struct WriterOptions {
  /// A segment is closed when it has this many individuals, or when its index takes this many bytes while being built.
  uint32_t max_individuals = 250'000;
  size_t max_bytes = size_t{256} << 20;
  /// Segments with fewer live individuals than this are small. When there are `merge_at` small ones of about the same
  /// size (within a factor of `merge_at`), a commit makes one of them and all smaller ones. So an individual is
  /// rewritten a few times until its segment is no longer small, however small the commits are, and there are never
  /// many segments. A segment of which more than half is dead is rewritten as well.
  uint32_t small_segment = 50'000;
  size_t merge_at = 4;
};

/// Gathers additions, replacements and removals, and makes them visible at once. Nothing is visible before Commit;
/// destroying the writer without it leaves the catalogue as it was. Not thread-safe; one writer at a time per store.
class CatalogueWriter {
 public:
  CatalogueWriter(storage::Store& store, model::DictionaryPtr dictionary, const WriterOptions& options = {});

  /// Draws the catalogue's secret keys with this commit, unless it has some. StoreRecordKeys() then makes the record
  /// keys of the segments that are there.
  absl::Status EnsureSecretKeys();

  /// The symbol of a normalised code or keyword.
  model::Symbol Intern(std::string_view text, std::string_view label) { return dictionary_->Intern(text, label); }
  /// Adds an individual in place of one of the same dataset and id, or together with what was added of it before.
  absl::Status AddRecord(const model::Record& record, model::Taken* taken);
  /// For records that are united, until they are set again; null: none. Outlive their use.
  void set_united_rules(const model::UnitedRules* rules) { united_rules_ = rules; }
  /// Returns whether the individual was there.
  absl::StatusOr<bool> Remove(std::string_view dataset, std::string_view id);
  /// Whether this commit replaces or removes the individual who is there.
  bool IsReplaced(storage::Location where) const {
    const auto rows = dead_.find(where.segment);
    return rows != dead_.end() && rows->second.contains(where.row);
  }
  void AddOntology(ontology::OntologyPtr ontology);
  /// Puts a document of the store, or with empty `bytes` removes it.
  void PutDocument(std::string name, std::string bytes) { documents_.emplace_back(std::move(name), std::move(bytes)); }
  /// Those added, in order.
  const std::vector<ontology::OntologyPtr>& ontologies() const { return ontologies_; }

  /// The commit also rewrites every segment that has somebody who is not live, and takes out of the dictionary what no
  /// segment has then: nothing of those who were deleted or replaced is in the new version.
  void RemoveDead() { remove_dead_ = true; }

  /// Rewrites these segments, which were written in an older format, from their records. Returns which panels these
  /// have, which older formats do not distinguish.
  absl::StatusOr<model::GroupedPanels> RewriteOutdated(const std::vector<uint32_t>& segments);
  /// Rewrites these segments with these symbols of codes as the texts beside them, of keywords as well where the form
  /// of accents is all that differs.
  absl::Status RewriteCodes(const std::vector<uint32_t>& segments, const std::map<model::Symbol, std::string>& codes);

  /// Makes everything durable and visible in one new version; without changes, does nothing. The writer is spent.
  /// `before` is called with the snapshot to be before it is written, and may still refuse. Errors as of Store::Apply.
  absl::Status Commit(storage::Store::BeforeCommit before);
  absl::Status Commit() {
    return Commit([](const storage::SnapshotPtr&) { return absl::OkStatus(); });
  }

  /// The dictionary with what was interned; final when Commit calls `before`.
  model::DictionaryPtr dictionary() const { return dictionary_; }

 private:
  struct OpenSegment {
    std::unique_ptr<storage::SegmentWriter> writer;
    SegmentBuilder builder;
  };

  absl::Status Add(const model::Record& record);
  // `before`: where an earlier record of the individual is, of this commit.
  absl::Status AddTo(storage::Location before, const model::Record& record, model::Taken* taken);
  absl::StatusOr<storage::SegmentWriter*> OpenWriter();
  absl::StatusOr<storage::Location> Append(const model::Record& record);
  absl::Status CloseSegment();
  // Marks the individual's record dead; false when there is none.
  absl::StatusOr<bool> Kill(std::string_view dataset, std::string_view id);
  absl::Status Compact();
  // Moves what is live in the segment, changed by `change`, into the open one.
  absl::Status Rewrite(uint32_t segment, absl::FunctionRef<void(model::Record&)> change);
  std::vector<const storage::SegmentInfo*> SegmentsToRewrite() const;
  // 0 for the smallest.
  size_t SizeClass(uint64_t individuals) const;
  absl::StatusOr<storage::Bitmap> LiveAfter(size_t segment_index) const;
  // Takes out of the dictionary the symbols that only segments had which the commit drops; of all symbols that none has
  // with RemoveDead(). Whether there were any.
  absl::StatusOr<bool> DropSymbols(const std::vector<uint32_t>& dropped);

  storage::Store& store_;
  WriterOptions options_;
  storage::SnapshotPtr base_;
  std::shared_ptr<model::Dictionary> dictionary_;
  OpenSegment open_;
  std::vector<storage::SegmentInfo> closed_;
  std::vector<model::Symbol> symbols_of_closed_;  // may repeat
  bool remove_dead_ = false;
  std::set<uint32_t> rewritten_;                   // segments of which everything live is in those that are added
  HashMap<std::string, storage::Location> added_;  // key: dataset and id
  HashMap<std::string, uint32_t> united_;          // further records of those that have some
  const model::UnitedRules* united_rules_ = nullptr;
  std::map<uint32_t, HashSet<uint32_t>> dead_;  // segment -> rows
  std::vector<ontology::OntologyPtr> ontologies_;
  std::vector<std::pair<storage::OntologyInfo, std::string>> encoded_ontologies_;
  std::vector<std::pair<std::string, std::string>> documents_;
  ReplacedIndividuals replaced_;
};

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_CATALOGUE_WRITER_H_
