// The description of a dataset or cohort by its custodian. Nothing here is counted.
#ifndef MUSTER_ENGINE_MODEL_DOCUMENT_COLLECTION_H_
#define MUSTER_ENGINE_MODEL_DOCUMENT_COLLECTION_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::model {

struct CodeAndLabel {
  std::string code;   ///< normalised (NormalizeCode); of a country, as given
  std::string label;  ///< or ""
  friend bool operator==(const CodeAndLabel&, const CodeAndLabel&) = default;
};

/// One term of DUO with its modifiers: the diseases of DUO:0000007, the countries of DUO:0000022.
struct DataUse {
  CodeAndLabel use;
  std::string version;
  std::vector<CodeAndLabel> modifiers;
  friend bool operator==(const DataUse&, const DataUse&) = default;
};

struct Collection {
  enum class Kind : uint8_t { kDataset = 0, kCohort = 1 };
  Kind kind = Kind::kDataset;
  std::string id;
  std::string name;
  std::string description;
  std::string type;                    ///< of a cohort: study-defined, beacon-defined, user-defined
  std::vector<std::string> countries;  ///< ISO 3166
  std::string custodian;
  std::string access;  ///< access rights
  std::string version;
  std::string age_range;
  std::string inclusion;
  std::string exclusion;
  std::optional<uint64_t> declared;  ///< how many individuals its custodian says it has
  std::optional<bool> synthetic;
  std::vector<DataUse> data_uses;
  friend bool operator==(const Collection&, const Collection&) = default;
};

/// The data uses in one written use: `ids`, as written, may contain several codes ("DUO:0000018,DUO:0000021"). Each
/// gets the version and the modifiers; and its own label, if there are as many labels.
std::vector<DataUse> SplitDataUse(std::string_view ids, const DataUse& written);

/// The store's document that holds the collection.
std::string CollectionDocument(Collection::Kind kind, std::string_view id);

std::string EncodeCollection(const Collection& collection);
/// DataLoss when `bytes` are not a collection.
absl::StatusOr<Collection> DecodeCollection(std::string_view bytes);
/// All datasets, then all cohorts, among the store's documents, each by id.
absl::StatusOr<std::vector<Collection>> CollectionsIn(const std::map<std::string, std::string>& documents);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_DOCUMENT_COLLECTION_H_
