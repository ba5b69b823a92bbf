#include "engine/index/replaced_individuals.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/model/schema/entity_number.h"
#include "engine/model/text/missing_marker.h"

namespace muster::index {
namespace {

namespace field = model::field;
using model::Entity;

constexpr auto kConsents = model::EntityNumber(Entity::kConsent);

int64_t At(const storage::ColumnPtr& column, uint32_t row) {
  return column == nullptr ? storage::kNull : (*column)[row];
}

// The rows of an entity below an individual.
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;
};

Range RowsBelow(const storage::SegmentReader& segment, const storage::ColumnPtr& first_rows, uint8_t entity,
                uint32_t individual) {
  const uint32_t size = segment.rows(entity);
  if (first_rows == nullptr) return {};
  const bool last = individual + 1 >= segment.rows(0);
  const int64_t begin = (*first_rows)[individual];
  const int64_t end = last ? size : (*first_rows)[individual + 1];
  if (begin < 0 || begin > end || end > size) return {};  // damaged, which `check` finds
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

std::string_view TextOf(int64_t symbol, const model::Dictionary& dictionary) {
  return symbol < 0 || static_cast<size_t>(symbol) >= dictionary.size()
             ? std::string_view()
             : dictionary.Text(static_cast<model::Symbol>(symbol));
}

// "sex was "female" and is "male"", where the two contradict each other.
void AddChange(model::FieldId field, const model::Value& was, const model::Value& is,
               const model::Dictionary& dictionary, std::string* changes) {
  absl::StrAppend(changes, changes->empty() ? "" : ", ", std::string(model::Info(field).name), " was \"",
                  model::ShowValue(was, dictionary), "\" and is \"", model::ShowValue(is, dictionary), "\"");
}

void CompareSex(int64_t was, const model::Row& self, const model::Dictionary& dictionary, std::string* changes) {
  const model::Value* sex = self.Find(field::kSex);
  const std::string_view before = TextOf(was, dictionary);
  if (sex == nullptr || before.empty() || model::IsNullFlavour(before)) return;
  const auto now = std::get<model::Symbol>(*sex);
  if (static_cast<model::Symbol>(was) == now || model::IsNullFlavour(dictionary.Text(now))) return;
  AddChange(field::kSex, static_cast<model::Symbol>(was), *sex, dictionary, changes);
}

void CompareBirth(model::Interval was, const model::Row& self, const model::Dictionary& dictionary,
                  std::string* changes) {
  const model::Value* birth = self.Find(field::kBirth);
  if (birth == nullptr) return;
  const model::Interval& now = std::get<model::TimeValue>(*birth).date;
  if (now.empty() || (was.low <= now.high && now.low <= was.high)) return;
  AddChange(field::kBirth, model::TimeValue{{}, was}, *birth, dictionary, changes);
}

void ComparePerson(int64_t was, const model::Row& self, const model::Dictionary& dictionary, std::string* changes) {
  const model::Value* person = self.Find(field::kPerson);
  if (person == nullptr || TextOf(was, dictionary).empty()) return;
  const auto before = static_cast<model::Symbol>(was);
  if (before != std::get<model::Symbol>(*person)) AddChange(field::kPerson, before, *person, dictionary, changes);
}

// The field that says when the rows of an entity are, so that of two states of it the same row is told.
struct RowTime {
  Entity entity;
  model::FieldId time;
};
constexpr RowTime kRowTimes[] = {
    {Entity::kPhenotype, field::kPhenotypeOnset},     {Entity::kDisease, field::kDiseaseDiagnosis},
    {Entity::kMeasurement, field::kMeasurementTime},  {Entity::kTreatment, field::kTreatmentStart},
    {Entity::kProcedure, field::kProcedurePerformed}, {Entity::kExposure, field::kExposureStart}};

// Code and time of a row: kNull, where it has none.
using RowKey = std::pair<int64_t, int64_t>;

RowKey KeyOf(const model::Row& row, const RowTime& of) {
  RowKey key{storage::kNull, storage::kNull};
  const model::Value* code = row.Find(static_cast<model::FieldId>(model::Info(of.entity).primary));
  if (code != nullptr) key.first = static_cast<int64_t>(std::get<model::Symbol>(*code));
  if (const model::Value* time = row.Find(of.time)) {
    const auto& value = std::get<model::TimeValue>(*time);
    if (!value.date.empty()) {
      key.second = value.date.low;
    } else if (!value.age.empty()) {
      key.second = value.age.low;
    }
  }
  return key;
}

bool HasConsent(const model::Record& record, std::string_view status, const model::Dictionary& dictionary) {
  return std::any_of(record.rows.begin(), record.rows.end(), [&](const model::Row& row) {
    const model::Value* value = row.entity == Entity::kConsent ? row.Find(field::kConsentStatus) : nullptr;
    return value != nullptr && dictionary.Text(std::get<model::Symbol>(*value)) == status;
  });
}

}  // namespace

absl::StatusOr<const ReplacedIndividuals::Columns*> ReplacedIndividuals::ColumnsOf(uint32_t id) {
  const auto [found, first_time] = columns_.try_emplace(id);
  Columns& columns = found->second;
  if (!first_time) return &columns;
  const auto& segments = base_->manifest.segments;
  const auto info =
      std::find_if(segments.begin(), segments.end(), [&](const auto& segment) { return segment.id == id; });
  if (info == segments.end()) return &columns;
  columns.segment = base_->segments[static_cast<size_t>(info - segments.begin())].get();
  const auto get = [&](const storage::ColumnKey& key, storage::ColumnPtr* column) -> absl::Status {
    auto stored = columns.segment->GetColumn(key);
    if (stored.ok()) *column = *std::move(stored);
    return absl::IsNotFound(stored.status()) ? absl::OkStatus() : stored.status();
  };
  columns.first_rows.resize(model::kEntityCount);
  for (const model::EntityInfo& entity : model::Entities()) {
    const auto number = model::EntityNumber(entity.entity);
    if (number == 0 || entity.parent != Entity::kIndividual || columns.segment->rows(number) == 0) continue;
    if (absl::Status got = get({0, model::kFirstChildColumn, number}, &columns.first_rows[number]); !got.ok())
      return got;
  }
  const std::pair<storage::ColumnKey, storage::ColumnPtr*> wanted[] = {
      {{0, field::kSex, model::kValuePart}, &columns.sex},
      {{0, field::kPerson, model::kValuePart}, &columns.person},
      {{0, field::kCohort, model::kValuePart}, &columns.cohort},
      {{0, field::kBirth, model::kDateLow}, &columns.birth_low},
      {{0, field::kBirth, model::kDateHigh}, &columns.birth_high},
      {{kConsents, field::kConsentStatus, model::kValuePart}, &columns.consent_status}};
  for (const auto& [key, column] : wanted) {
    if (absl::Status got = get(key, column); !got.ok()) return got;
  }
  columns.rows.resize(model::kEntityCount);
  for (const RowTime& of : kRowTimes) {
    const auto number = model::EntityNumber(of.entity);
    if (columns.first_rows[number] == nullptr) continue;
    const auto primary = static_cast<model::FieldId>(model::Info(of.entity).primary);
    Columns::OfRows& rows = columns.rows[number];
    const std::pair<storage::ColumnKey, storage::ColumnPtr*> of_rows[] = {
        {{number, primary, model::kValuePart}, &rows.code},
        {{number, of.time, model::kDateLow}, &rows.date},
        {{number, of.time, model::kAgeLow}, &rows.age}};
    for (const auto& [key, column] : of_rows) {
      if (absl::Status got = get(key, column); !got.ok()) return got;
    }
  }
  for (const model::FieldId id_of_field : model::FieldsOf(Entity::kIndividual)) {
    if (model::Info(id_of_field).kind == model::Kind::kText || id_of_field == field::kDataset) continue;
    auto rows = columns.segment->Posting(
        {static_cast<uint8_t>(model::PostingKind::kRows), 0, id_of_field, model::kAnyValue}, columns.segment->rows(0));
    if (!rows.ok()) return rows.status();
    if (!(*rows)->Empty()) columns.recorded.emplace_back(id_of_field, *std::move(rows));
  }
  return &columns;
}

absl::StatusOr<model::Replacement> ReplacedIndividuals::Compare(storage::Location before, const model::Record& record,
                                                                const model::Dictionary& dictionary) {
  model::Replacement replacement;
  const absl::StatusOr<const Columns*> found = ColumnsOf(before.segment);
  if (!found.ok()) return found.status();
  const Columns& had = **found;
  if (had.segment == nullptr) return replacement;
  std::array<uint64_t, model::kEntityCount> now{};
  for (const model::Row& row : record.rows) ++now[static_cast<size_t>(row.entity)];
  for (uint8_t e = 1; e < model::kEntityCount; ++e) {
    const Range rows = RowsBelow(*had.segment, had.first_rows[e], e, before.row);
    const uint64_t count = rows.end - rows.begin;
    if (count <= now[e]) continue;
    absl::StrAppend(&replacement.fewer, replacement.fewer.empty() ? "" : ", ", count, " ",
                    std::string(count == 1 ? model::Entities()[e].name : model::Entities()[e].plural), " became ",
                    now[e]);
  }
  for (const RowTime& of : kRowTimes) {
    const auto number = model::EntityNumber(of.entity);
    const Range rows = RowsBelow(*had.segment, had.first_rows[number], number, before.row);
    if (rows.begin == rows.end || now[number] == 0) continue;
    std::vector<RowKey> keys;
    for (const model::Row& row : record.rows) {
      if (row.entity == of.entity) keys.push_back(KeyOf(row, of));
    }
    std::sort(keys.begin(), keys.end());
    const Columns::OfRows& columns = had.rows[number];
    uint64_t stayed = 0;
    for (uint32_t row = rows.begin; row < rows.end; ++row) {
      const int64_t date = At(columns.date, row);
      const RowKey key(At(columns.code, row), date == storage::kNull ? At(columns.age, row) : date);
      if (std::binary_search(keys.begin(), keys.end(), key)) ++stayed;
    }
    replacement.rows.push_back({of.entity, rows.end - rows.begin, stayed});
  }
  const model::Row& self = record.rows[0];
  CompareSex(At(had.sex, before.row), self, dictionary, &replacement.contradiction);
  const int64_t low = At(had.birth_low, before.row);
  const int64_t high = At(had.birth_high, before.row);
  if (low != storage::kNull && high != storage::kNull) {
    CompareBirth({low, high}, self, dictionary, &replacement.contradiction);
  }
  ComparePerson(At(had.person, before.row), self, dictionary, &replacement.contradiction);
  for (const auto& [id, rows] : had.recorded) {
    if (!rows->Contains(before.row) || self.Find(id) != nullptr) continue;
    absl::StrAppend(&replacement.gone, replacement.gone.empty() ? "" : ", ", std::string(model::Info(id).name));
  }
  const std::string_view cohort = TextOf(At(had.cohort, before.row), dictionary);
  const auto is_there = [&](const model::FieldValue& value) {
    return value.field == field::kCohort && dictionary.Text(std::get<model::Symbol>(value.value)) == cohort;
  };
  if (!cohort.empty() && self.Find(field::kCohort) != nullptr && std::ranges::none_of(self.values, is_there)) {
    absl::StrAppend(&replacement.gone, replacement.gone.empty() ? "" : ", ", "cohort ", std::string(cohort));
  }
  const Range consents = RowsBelow(*had.segment, had.first_rows[kConsents], kConsents, before.row);
  bool granted = false;
  for (uint32_t row = consents.begin; row < consents.end && !granted; ++row) {
    granted = TextOf(At(had.consent_status, row), dictionary) == "granted";
  }
  replacement.consent_ended = granted && !HasConsent(record, "granted", dictionary);
  return replacement;
}

}  // namespace muster::index
