// Private to api/: person ids that are given to two persons, and two person ids that may be of one.
#ifndef MUSTER_ENGINE_API_IMPORTS_PERSON_IDS_H_
#define MUSTER_ENGINE_API_IMPORTS_PERSON_IDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "containers/hash_table.h"
#include "engine/api/imports/earlier_persons.h"
#include "engine/index/catalogue_writer.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "muster/import.h"
#include "storage/store.h"

namespace muster::api {

/// Remembers the person ids of one import, and looks up the individuals that had them before. Placeholders of sources
/// for "no number" ("0", "N/K") would unite many people into one person, whom `distinct individuals` counts once.
class PersonIds {
 public:
  /// `before`: the version that the import changes, of whose symbols there are `symbols_before`.
  PersonIds(storage::SnapshotPtr before, size_t symbols_before)
      : earlier_(std::move(before)), symbols_before_(symbols_before) {}

  /// If an earlier individual with the same person id contradicts `record`, which is about to be passed to `writer`,
  /// removes the id from it and reports why. Within a dataset, another sex or another date of birth is a contradiction;
  /// between datasets, both together are. Individuals that were already replaced are not compared (those that will be
  /// replaced are).
  absl::StatusOr<std::string> TakeContradicting(model::Record& record, const index::CatalogueWriter& writer);

  /// Reports how many person ids unite individuals that differ, and how many are similar to ids of earlier imports that
  /// `writer` has not replaced.
  absl::Status AddRemarks(const index::CatalogueWriter& writer, ImportReport* report);

 private:
  struct First {
    std::string dataset;
    std::string id;
    model::Symbol sex = model::kNoSymbol;
    model::Interval birth;
  };
  // How two individuals differ; "" where they do not. `two_persons`: more than one person may.
  static std::string WhyDifferent(const First& first, const First& here, const model::Dictionary& dictionary,
                                  bool* two_persons);
  // The individual of the previous version that has the person id and contradicts `here`; else one that differs from
  // it.
  absl::StatusOr<std::string> CompareWithEarlier(model::Symbol person, const First& here,
                                                 const index::CatalogueWriter& writer, bool* two_persons);
  absl::Status FindAlike(const index::CatalogueWriter& writer, uint64_t* count, std::string* example);
  void CountDifferent(model::Symbol person, const std::string& why, const model::Dictionary& dictionary);

  EarlierPersons earlier_;
  size_t symbols_before_;
  HashMap<model::Symbol, First> first_;
  uint64_t different_ = 0;
  std::string example_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_PERSON_IDS_H_
