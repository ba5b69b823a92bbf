#include "engine/import/dataset_id.h"

#include <simdjson.h>

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "engine/model/text/text.h"

namespace muster::import {

absl::Status CheckDatasetId(std::string_view id) {
  if (model::Trim(id).empty()) {
    return absl::InvalidArgumentError("a dataset needs a name, and the one given is empty");
  }
  if (id.size() > kMaxDatasetIdBytes) {
    return absl::InvalidArgumentError(absl::StrCat("the name of a dataset may have ", kMaxDatasetIdBytes,
                                                   " bytes, and the one given has ", id.size()));
  }
  if (!simdjson::validate_utf8(id.data(), id.size())) {
    return absl::InvalidArgumentError(
        absl::StrCat("the name of the dataset is not UTF-8: \"", absl::CEscape(std::string(id)), "\""));
  }
  if (std::any_of(id.begin(), id.end(), [](unsigned char c) { return absl::ascii_iscntrl(c); })) {
    return absl::InvalidArgumentError(
        absl::StrCat("the name of the dataset has a control character: \"", absl::CEscape(std::string(id)), "\""));
  }
  return absl::OkStatus();
}

}  // namespace muster::import
