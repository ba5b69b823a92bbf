// Saved cohorts and the descriptions of datasets and cohorts, as the store keeps them: damaged bytes are refused,
// others survive being stored again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/model/document/collection.h"
#include "engine/model/document/saved_cohort.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto cohort = muster::model::DecodeCohort(bytes); cohort.ok()) {
    const auto again = muster::model::DecodeCohort(muster::model::EncodeCohort(*cohort));
    if (cohort->versions.empty() || !again.ok() || *again != *cohort) std::abort();
  }
  if (const auto collection = muster::model::DecodeCollection(bytes); collection.ok()) {
    const auto again = muster::model::DecodeCollection(muster::model::EncodeCollection(*collection));
    if (!again.ok() || *again != *collection) std::abort();
  }
  return 0;
}
