#include "serve/beacon/catalogue_knowledge.h"

#include "serve/beacon/listed_codes.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr size_t kMaxKept = 100'000;

/// Whether an explained question says that its code finds nobody because nobody could have it.
bool SaysUnknown(const std::vector<Answer>& answers) {
  for (const Answer& answer : answers) {
    if (HasErrors(answer.diagnostics)) return true;
    for (const Diagnostic& diagnostic : answer.diagnostics) {
      if (diagnostic.code == "unused-code" || diagnostic.code == "no-such-codes") return true;
    }
  }
  return false;
}

}  // namespace

void CatalogueKnowledge::ForgetOldVersion() const {
  const uint64_t version = node_.version();
  if (version != version_ || known_.size() > kMaxKept || units_.size() > kMaxKept) {
    known_.clear();
    units_.clear();
    version_ = version;
  }
}

bool CatalogueKnowledge::Knows(const CodeField& field, const std::string& code) const {
  const std::string key = Concat(field.record, "/", TypeOf(field.entry).entity, "/", field.field, "/", code);
  {
    absl::MutexLock lock(&mutex_);
    ForgetOldVersion();
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
  }
  const std::string counted(TypeOf(field.entry).counted);
  const std::string text =
      field.main             ? Concat("count ", counted, " where has ", field.record, " $1")
      : field.record.empty() ? Concat("count ", counted, " where ", field.field, " is $1")
                             : Concat("count ", counted, " where has ", field.record, " with ", field.field, " is $1");
  absl::StatusOr<std::vector<Answer>> answers = node_.Explain(text, {{"1", code}});
  bool known = answers.ok() && !SaysUnknown(*answers);
  if (known && guest_.has_value() && !IsOfLoadedOntology(node_, code)) {
    known = IsOffered(node_, *guest_, field, code, true);
  }
  if (answers.ok()) {
    absl::MutexLock lock(&mutex_);
    known_[key] = known;
  }
  return known;
}

std::optional<std::string> CatalogueKnowledge::UnitOf(const std::string& assay) const {
  // Units are those of records: told only where it is known that there are enough.
  if (guest_.has_value() &&
      !IsOffered(node_, *guest_, {Entry::kIndividual, "measurement", "assay", true}, assay, false)) {
    return std::nullopt;
  }
  {
    absl::MutexLock lock(&mutex_);
    ForgetOldVersion();
    if (const auto found = units_.find(assay); found != units_.end()) return found->second;
  }
  absl::StatusOr<std::vector<Answer>> answers =
      node_.AskAsHost("count measurements where assay is $1 by unit", {{"1", assay}});
  if (!answers.ok() || answers->size() != 1 || !(*answers)[0].table.has_value()) return std::nullopt;
  const Table& table = *(*answers)[0].table;
  std::optional<std::string> unit;
  if (table.rows.size() == 1) {
    const auto* text = std::get_if<std::string>(&table.rows[0][0]);
    unit = text == nullptr ? std::string() : *text;
  }
  absl::MutexLock lock(&mutex_);
  return units_[assay] = unit;
}

std::vector<std::string> CatalogueKnowledge::Cohorts() const {
  std::vector<std::string> ids;
  for (const Collection& cohort : node_.Cohorts()) ids.push_back(cohort.id);
  return ids;
}

}  // namespace muster::serve
