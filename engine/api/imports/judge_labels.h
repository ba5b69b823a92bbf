// Private to api/: what the labels of an import say of their codes.
#ifndef MUSTER_ENGINE_API_IMPORTS_JUDGE_LABELS_H_
#define MUSTER_ENGINE_API_IMPORTS_JUDGE_LABELS_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/import/record/label_counts.h"
#include "engine/ontology/terminology.h"
#include "muster/import.h"

namespace muster::api {

struct JudgedLabels {
  std::vector<ImportRemark> remarks;
  /// Documents of the store to be put: the labels of codes that come with several (model::CodeLabelsDocument).
  std::vector<std::pair<std::string, std::string>> documents;
};

/// Queries go by codes. So a label that is the name of another term, and one of several for one code, are
/// worth a remark. `terminology` has what will be loaded with the import; `documents` are those of before.
absl::StatusOr<JudgedLabels> JudgeLabels(const std::vector<import::LabelOfCode>& labels,
                                         const ontology::Terminology& terminology,
                                         const std::map<std::string, std::string>& documents);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_JUDGE_LABELS_H_
