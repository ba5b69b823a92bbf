// Stored records and dictionary blocks: damaged bytes are refused, others survive being stored again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto id = muster::model::DecodeRecordId(bytes);
  const auto record = muster::model::DecodeRecord(bytes);
  if (record.ok()) {
    if (!id.ok() || *id != record->id) std::abort();
    const std::string again = muster::model::EncodeRecord(*record);
    const auto decoded = muster::model::DecodeRecord(again);
    if (!decoded.ok() || muster::model::EncodeRecord(*decoded) != again) std::abort();
  }
  muster::model::Dictionary dictionary;
  if (dictionary.DecodeBlock(std::string(bytes)).ok()) {
    muster::model::Dictionary same;
    for (muster::model::Symbol i = 0; i < dictionary.size(); ++i) same.Intern(dictionary.Text(i), dictionary.Label(i));
    muster::model::Dictionary copy;
    if (!copy.DecodeBlock(same.TakeBlock()).ok() || copy.size() != dictionary.size()) std::abort();
  }
  return 0;
}
