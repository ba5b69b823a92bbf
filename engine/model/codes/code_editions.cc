#include "engine/model/codes/code_editions.h"

#include <algorithm>

namespace muster::model {
namespace {

constexpr std::string_view kEditionsOfIcd10[] = {"ICD10",   "ICD10CM", "ICD10GM", "ICD10AM", "ICD10CA",
                                                 "ICD10FI", "ICD10FR", "ICD10SE", "KCD"};
constexpr std::string_view kEditionsOfIcd9[] = {"ICD9", "ICD9CM"};

}  // namespace

std::span<const std::string_view> EditionsOf(std::string_view code) {
  const std::string_view prefix = code.substr(0, code.find(':'));
  if (prefix.size() == code.size()) return {};
  for (const std::span<const std::string_view> editions :
       {std::span<const std::string_view>(kEditionsOfIcd10), std::span<const std::string_view>(kEditionsOfIcd9)}) {
    if (std::ranges::find(editions, prefix) != editions.end()) return editions;
  }
  return {};
}

}  // namespace muster::model
