// Labels of codes with several labels: the code does not show which record had which.
#ifndef MUSTER_ENGINE_MODEL_DOCUMENT_CODE_LABELS_H_
#define MUSTER_ENGINE_MODEL_DOCUMENT_CODE_LABELS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::model {

/// A label as others are compared with it: letters and digits, in lower case.
std::string LabelKey(std::string_view label);

/// The key of the document with the labels of a normalised code; there is none if all records have the same label.
std::string CodeLabelsDocument(std::string_view code);
std::string EncodeCodeLabels(const std::vector<std::string>& labels);
/// DataLoss if `bytes` are not labels.
absl::StatusOr<std::vector<std::string>> DecodeCodeLabels(std::string_view bytes);

/// All labels of a code among the store's documents; empty where it has but one. DataLoss as above.
absl::StatusOr<std::vector<std::string>> LabelsOf(const std::map<std::string, std::string>& documents,
                                                  std::string_view code);
/// The codes that come with several labels, in order.
std::vector<std::string> CodesWithLabels(const std::map<std::string, std::string>& documents);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_DOCUMENT_CODE_LABELS_H_
