#include "engine/import/watch/several_names.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>

#include "containers/hash_table.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kSeveralNames{
    ImportProblem::Kind::kNote, "several names in one text: no question for one of them finds it",
    "let the table's column say how it is split, and the rule take each: \"split\": \";\", and \"from\": "
    "\"/t/*/drug/*\" with \"agent\": \"\"; nothing, if it is the name of one thing"};

// Symbols beyond this are not counted: of so many texts, most are free.
constexpr size_t kMostSymbols = size_t{1} << 20;
constexpr size_t kLongestName = 200;

// What stands behind the comma of one drug: "insulin, human", "prednisolone, oral".
bool IsOfOneDrug(std::string_view part) {
  constexpr std::string_view kKinds[] = {"human",        "oral",
                                         "topical",      "unspecified",
                                         "nos",          "other",
                                         "intravenous",  "iv",
                                         "po",           "liposomal",
                                         "pegylated",    "inhaled",
                                         "injection",    "tablet",
                                         "tablets",      "capsule",
                                         "er",           "xr",
                                         "sr",           "generic",
                                         "adjuvant",     "neoadjuvant",
                                         "systemic",     "recombinant",
                                         "conjugated",   "combined",
                                         "regular",      "aspart",
                                         "glargine",     "lispro",
                                         "nph",          "extended release",
                                         "low dose",     "high dose",
                                         "long acting",  "short acting",
                                         "sodium",       "hydrochloride",
                                         "influenza",    "live",
                                         "inactivated",  "purified",
                                         "weekly",       "daily",
                                         "prn",          "as needed",
                                         "combinations", "subcutaneous",
                                         "nasal"};
  const bool number = std::any_of(part.begin(), part.end(), model::IsAsciiDigit);
  return number || std::find(std::begin(kKinds), std::end(kKinds), part) != std::end(kKinds);
}

// Drugs that are given together with another only, as one product: "carbidopa, levodopa".
bool IsCompanion(std::string_view part) {
  constexpr std::string_view kCompanions[] = {"carbidopa",  "benserazid", "clavulan",      "sulbactam",
                                              "tazobactam", "avibactam",  "relebactam",    "vaborbactam",
                                              "cilastatin", "cobicistat", "cedazuridin",   "sulfamethoxazol",
                                              "tipiracil",  "sacubitril", "acide clavulan"};
  return std::any_of(std::begin(kCompanions), std::end(kCompanions),
                     [&](std::string_view companion) { return part.starts_with(companion); });
}

constexpr std::string_view kSeparators = ";+\n";

// The parts between separators, in lower case; one part: the text is one name. Commas part the names of drugs only.
std::vector<std::string> PartsOf(std::string_view text, bool drugs) {
  std::vector<std::string> parts;
  std::string_view separators = text.find_first_of(kSeparators) != text.npos ? kSeparators : drugs ? "," : "";
  while (!separators.empty()) {
    const size_t end = std::min(text.find_first_of(separators), text.size());
    std::string part = model::ToLower(model::Trim(text.substr(0, end)));
    if (!part.empty()) parts.push_back(std::move(part));
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  const bool by_comma = separators == ",";
  if (by_comma && std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return IsOfOneDrug(part); })) {
    parts.clear();
  }
  if (drugs) std::erase_if(parts, [](const std::string& part) { return IsCompanion(part); });
  return parts;
}

// "Anemia; iron deficiency": what stands behind the semicolon is the kind, unless others have that by itself, too.
bool IsNameAndKind(std::string_view text, const std::vector<std::string>& parts, const HashSet<std::string>& names) {
  const size_t separator = text.find_first_of(kSeparators);
  return separator != text.npos && text[separator] == ';' && names.contains(parts.front()) &&
         std::none_of(parts.begin() + 1, parts.end(), [&](const std::string& part) { return names.contains(part); });
}

}  // namespace

void SeveralNames::Look(const model::Record& record) {
  for (const model::Row& row : record.rows) {
    const model::EntityInfo& info = model::Info(row.entity);
    if (!info.polar || info.primary < 0) continue;
    const model::Value* value = row.Find(static_cast<model::FieldId>(info.primary));
    const auto* symbol = value == nullptr ? nullptr : std::get_if<model::Symbol>(value);
    if (symbol == nullptr || *symbol >= kMostSymbols) continue;
    std::vector<uint32_t>& times = times_[static_cast<size_t>(row.entity)];
    if (times.size() <= *symbol) times.resize(std::max<size_t>(times.size() * 2, *symbol + 1));
    ++times[*symbol];
  }
}

void SeveralNames::Report(const model::Dictionary& dictionary, Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  reporter.SetId({});
  for (size_t entity = 0; entity < times_.size(); ++entity) {
    const std::vector<uint32_t>& times = times_[entity];
    const bool drugs = entity == static_cast<size_t>(model::Entity::kTreatment);
    HashSet<std::string> names;
    for (size_t symbol = 0; symbol < times.size(); ++symbol) {
      if (times[symbol] == 0) continue;
      const std::string_view text = dictionary.Text(static_cast<model::Symbol>(symbol));
      if (text.size() <= kLongestName && text.find(':') == text.npos) names.insert(model::ToLower(model::Trim(text)));
    }
    if (names.size() < 2) continue;
    for (size_t symbol = 0; symbol < times.size(); ++symbol) {
      if (times[symbol] == 0) continue;
      const std::string_view text = dictionary.Text(static_cast<model::Symbol>(symbol));
      if (text.size() > kLongestName || text.find(':') != text.npos) continue;
      const std::vector<std::string> parts = PartsOf(text, drugs);
      if (parts.size() < 2 || (!drugs && IsNameAndKind(text, parts, names))) continue;
      const auto known =
          std::find_if(parts.begin(), parts.end(), [&](const std::string& part) { return names.contains(part); });
      if (known == parts.end()) continue;
      const std::string name(model::Info(static_cast<model::Entity>(entity)).name);
      reporter.Report(kSeveralNames, model::Concat({"/", name}), text,
                      model::Concat({"\"", Shown(text, 80), "\" (", std::to_string(times[symbol]),
                                     times[symbol] == 1 ? " time" : " times", ") has \"", *known,
                                     "\" in it, which others have by itself"}));
    }
  }
}

}  // namespace muster::import
