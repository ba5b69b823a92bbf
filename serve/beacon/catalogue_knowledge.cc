#include "serve/beacon/catalogue_knowledge.h"

#include <algorithm>

#include "serve/beacon/listed_codes.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr size_t kMaxKept = 100'000;

/// Whether the explanation says that the code finds nobody because no record can have it.
bool SaysUnknown(const std::vector<Answer>& answers) {
  for (const Answer& answer : answers) {
    if (HasErrors(answer.diagnostics)) return true;
    for (const Diagnostic& diagnostic : answer.diagnostics) {
      if (diagnostic.code == "unused-code" || diagnostic.code == "no-such-codes") return true;
    }
  }
  return false;
}

bool IsIn(const std::vector<CodePlace>& places, const CodeField& field) {
  return std::any_of(places.begin(), places.end(), [&](const CodePlace& place) {
    return place.entity == EntityOf(field) && place.field == field.field;
  });
}

std::string AskBy(std::string_view path) {
  return Concat("ask by the field ", path,
                ", with = and the code as value, and includeDescendantTerms for what lies below it");
}

}  // namespace

void CatalogueKnowledge::ForgetOldVersion() const {
  const uint64_t version = node_.version();
  if (version != version_ || known_.size() > kMaxKept || only_in_.size() > kMaxKept || units_.size() > kMaxKept ||
      comparable_.size() > kMaxKept) {
    known_.clear();
    only_in_.clear();
    units_.clear();
    comparable_.clear();
    listed_.clear();
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
  if (guest_.has_value()) {
    // By the ontologies and by what is listed alone: whatever else records have, the answer and its time are the same.
    const bool possible = node_.IsTerm(code) ? IsPossible(field, code) : IsListed(field, code, true);
    absl::MutexLock lock(&mutex_);
    return known_[key] = possible;
  }
  const std::string counted(TypeOf(field.entry).counted);
  const std::string text =
      field.main             ? Concat("count ", counted, " where has ", field.record, " $1")
      : field.record.empty() ? Concat("count ", counted, " where ", field.field, " is $1")
                             : Concat("count ", counted, " where has ", field.record, " with ", field.field, " is $1");
  absl::StatusOr<std::vector<Answer>> answers = node_.Explain(text, {{"1", code}});
  bool known = answers.ok() && !SaysUnknown(*answers);
  known = known && IsPossible(field, code);
  if (answers.ok()) {
    absl::MutexLock lock(&mutex_);
    known_[key] = known;
  }
  return known;
}

bool CatalogueKnowledge::IsListed(const CodeField& field, const std::string& code, bool or_below) const {
  const std::string key = Concat(EntityOf(field), "/", field.field);
  std::shared_ptr<const Codes> codes;
  {
    absl::MutexLock lock(&mutex_);
    ForgetOldVersion();
    if (const auto found = listed_.find(key); found != listed_.end()) codes = found->second;
  }
  if (codes == nullptr) {
    const absl::StatusOr<std::vector<ListedCode>> all = node_.ListedFor(*guest_, EntityOf(field), field.field);
    if (!all.ok()) return false;
    auto texts = std::make_shared<Codes>();
    for (const ListedCode& one : *all) texts->push_back(one.code);
    codes = std::move(texts);
    absl::MutexLock lock(&mutex_);
    listed_[key] = codes;
  }
  const auto at = std::ranges::lower_bound(*codes, code);
  return at != codes->end() && (or_below ? at->starts_with(code) : *at == code);
}

/// Whether some record may have the code in the field. The kind of the code alone does not decide that well enough:
/// each further field is one more alternative, and policies allow few.
bool CatalogueKnowledge::IsPossible(const CodeField& field, const std::string& code) const {
  if (!guest_.has_value()) {
    const std::vector<CodePlace> places = node_.Where(code);
    return places.empty() || IsIn(places, field);
  }
  // Where codes of its ontology are listed; by the code itself it must not be decided.
  const std::string prefix = code.substr(0, code.find(':') + 1);
  if (IsListed(field, prefix, true)) return true;
  const bool elsewhere = std::any_of(CodeFields().begin(), CodeFields().end(),
                                     [&](const CodeField& other) { return IsListed(other, prefix, true); });
  return !elsewhere && IsUsualFor(code.substr(0, code.find(':')), field);
}

std::string CatalogueKnowledge::OnlyIn(const std::string& code) const {
  {
    absl::MutexLock lock(&mutex_);
    ForgetOldVersion();
    if (const auto found = only_in_.find(code); found != only_in_.end()) return found->second;
  }
  std::string only = FindOnlyIn(code);
  absl::MutexLock lock(&mutex_);
  return only_in_[code] = std::move(only);
}

std::string CatalogueKnowledge::FindOnlyIn(const std::string& code) const {
  std::vector<CodePlace> places;
  if (!guest_.has_value()) places = node_.Where(code);
  const auto has = [&](const CodeField& field) {
    return guest_.has_value() ? IsListed(field, code, false) : IsIn(places, field);
  };
  if (!guest_.has_value() && places.empty()) return {};
  if (std::any_of(CodeFields().begin(), CodeFields().end(), has)) return {};
  for (const ModelPath& path : ModelPaths()) {
    if (path.kind == FieldKind::kCode && has({path.entry, path.record, path.field})) return AskBy(path.name);
  }
  if (places.empty()) return {};
  return Concat("records have it as ", places[0].field, " of a ", places[0].entity,
                ", for which there is no filter; /v1/query can ask for it");
}

std::optional<std::string> CatalogueKnowledge::UnitOf(const std::string& assay) const {
  {
    absl::MutexLock lock(&mutex_);
    ForgetOldVersion();
    if (const auto found = units_.find(assay); found != units_.end()) return found->second;
  }
  std::optional<std::string> unit = FindUnitOf(assay);
  absl::MutexLock lock(&mutex_);
  return units_[assay] = std::move(unit);
}

std::optional<std::string> CatalogueKnowledge::FindUnitOf(const std::string& assay) const {
  if (guest_.has_value()) {
    // Units are those of records: only units that enough people have count, and only if the assay is listed.
    if (!IsOffered(node_, *guest_, {Entry::kIndividual, "measurement", "assay", true}, assay, false)) {
      return std::nullopt;
    }
    std::vector<std::string> units = node_.UnitsFor(*guest_, assay);
    if (units.size() > 1) return std::nullopt;
    return units.empty() ? std::string() : std::move(units[0]);
  }
  absl::StatusOr<std::vector<Answer>> answers =
      node_.AskAsHost("count measurements where assay is $1 by unit", {{"1", assay}});
  if (!answers.ok() || answers->size() != 1 || !(*answers)[0].table.has_value()) return std::nullopt;
  const Table& table = *(*answers)[0].table;
  if (table.rows.size() != 1) return std::nullopt;
  const auto* text = std::get_if<std::string>(&table.rows[0][0]);
  return text == nullptr ? std::string() : *text;
}

bool CatalogueKnowledge::CanBeCompared(const std::string& assay, const std::string& unit) const {
  // For guests, a note of their answer says so, based on listed values.
  if (guest_.has_value()) return true;
  const std::string key = Concat(assay, "\n", unit);
  {
    absl::MutexLock lock(&mutex_);
    ForgetOldVersion();
    if (const auto found = comparable_.find(key); found != comparable_.end()) return found->second;
  }
  const absl::StatusOr<std::vector<Answer>> answers =
      node_.AskAsHost("count measurements where assay is $1 and (value < $2 or value >= $2)",
                      {{"1", assay}, {"2", Concat("1 ", Quote(unit))}});
  // Other problems are reported for the question itself.
  if (!answers.ok() || answers->size() != 1 || !(*answers)[0].table.has_value()) return true;
  const Answer& answer = (*answers)[0];
  const bool left_out =
      std::ranges::find(answer.diagnostics, "unconverted-units", &Diagnostic::code) != answer.diagnostics.end();
  const bool comparable = !left_out || answer.table->rows.at(0).at(0) != Cell(int64_t{0});
  absl::MutexLock lock(&mutex_);
  return comparable_[key] = comparable;
}

std::vector<std::string> CatalogueKnowledge::Cohorts() const {
  std::vector<std::string> ids;
  Caller caller = guest_.value_or(Caller());
  if (!guest_.has_value() && !node_.IsExact(Tier::kPublic)) caller.tier = Tier::kRegistered;
  for (const Collection& cohort : node_.Cohorts(caller)) ids.push_back(cohort.id);
  return ids;
}

}  // namespace muster::serve
