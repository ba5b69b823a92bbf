#include "engine/api/guest/policy_documents.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace muster::api {
namespace {

// StoredDocuments: "policy" NUMBER has a policy's JSON, "policy" the last number. "noise" FROM "-" TO has the table of
// a step: its reach and its numbers, in decimal. "epoch" has number, version and beginning.
constexpr const char* kPolicyDocument = "policy";
constexpr const char* kEpochDocument = "epoch";

std::string PolicyDocument(uint64_t version) { return absl::StrCat(kPolicyDocument, " ", version); }
std::string TableDocument(const release::NoiseStep& step) { return absl::StrCat("noise ", step.from, "-", step.to); }

const std::string* FindDocument(const StoredDocuments& documents, const std::string& name) {
  const auto found = documents.find(name);
  return found == documents.end() ? nullptr : &found->second;
}

absl::Status Damaged(const std::string& name) {
  return absl::DataLossError(absl::StrCat("the document '", name, "' is damaged or missing"));
}

template <typename T>
bool ReadNumbers(const std::string& text, std::vector<T>* numbers) {
  for (const auto part : absl::StrSplit(text, ' ')) {
    T number = 0;
    if (!absl::SimpleAtoi(part, &number)) return false;
    numbers->push_back(number);
  }
  return true;
}

}  // namespace

absl::StatusOr<std::optional<StoredPolicy>> LastPolicy(const StoredDocuments& documents) {
  const std::string* number = FindDocument(documents, kPolicyDocument);
  if (number == nullptr) return std::nullopt;
  StoredPolicy stored;
  if (!absl::SimpleAtoi(*number, &stored.version)) return Damaged(kPolicyDocument);
  const std::string* json = FindDocument(documents, PolicyDocument(stored.version));
  if (json == nullptr) return Damaged(PolicyDocument(stored.version));
  stored.json = *json;
  return stored;
}

NewDocuments DocumentsOfPolicy(const release::Policy& policy, std::string_view json, const StoredDocuments& documents) {
  NewDocuments added;
  added.emplace_back(kPolicyDocument, absl::StrCat(policy.version));
  added.emplace_back(PolicyDocument(policy.version), std::string(json));
  for (const release::NoiseStep& step : release::StepsBetween(policy.Variances())) {
    const std::string name = TableDocument(step);
    if (documents.contains(name)) continue;  // once made, a table stays, whatever makes tables later
    const release::PerturbationTable table = release::MakePerturbationTable(step);
    added.emplace_back(name, absl::StrCat(table.reach, " ", absl::StrJoin(table.cumulative, " ")));
  }
  return added;
}

absl::StatusOr<std::vector<release::PerturbationTable>> TablesOf(const release::Policy& policy,
                                                                 const StoredDocuments& documents) {
  std::vector<release::PerturbationTable> tables;
  for (const release::NoiseStep& step : release::StepsBetween(policy.Variances())) {
    const std::string name = TableDocument(step);
    const std::string* text = FindDocument(documents, name);
    release::PerturbationTable table;
    table.step = step;
    if (text == nullptr || !ReadNumbers(*text, &table.cumulative)) return Damaged(name);
    table.reach = static_cast<int>(std::min<uint64_t>(table.cumulative.front(), 1'000'000));
    table.cumulative.erase(table.cumulative.begin());
    if (!release::IsValid(table)) return Damaged(name);
    tables.push_back(std::move(table));
  }
  return tables;
}

absl::StatusOr<std::optional<Epoch>> EpochIn(const StoredDocuments& documents) {
  const std::string* text = FindDocument(documents, kEpochDocument);
  if (text == nullptr) return std::nullopt;
  std::vector<int64_t> numbers;
  if (!ReadNumbers(*text, &numbers) || numbers.size() != 3) return Damaged(kEpochDocument);
  return Epoch{static_cast<uint64_t>(numbers[0]), static_cast<uint64_t>(numbers[1]), numbers[2]};
}

std::pair<std::string, std::string> DocumentOf(const Epoch& epoch) {
  return {kEpochDocument, absl::StrCat(epoch.number, " ", epoch.version, " ", epoch.begun)};
}

}  // namespace muster::api
