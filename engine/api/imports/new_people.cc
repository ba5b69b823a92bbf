#include "engine/api/imports/new_people.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "absl/hash/hash.h"
#include "engine/model/text/missing_marker.h"

namespace muster::api {
namespace {

namespace field = model::field;

bool SameDays(const model::Interval& a, const model::Interval& b) { return a.low <= b.high && b.low <= a.high; }

bool IsOneDay(const model::Interval& date) { return !date.empty() && date.high - date.low < model::kDay; }

}  // namespace

PersonTraits TraitsOf(const model::Record& record, const model::Dictionary& dictionary) {
  PersonTraits traits;
  const model::Row& self = record.rows[0];
  if (const model::Value* sex = self.Find(field::kSex)) {
    const auto symbol = std::get<model::Symbol>(*sex);
    if (!model::IsNullFlavour(dictionary.Text(symbol))) traits.sex = symbol;
  }
  if (const model::Value* person = self.Find(field::kPerson)) traits.person = std::get<model::Symbol>(*person);
  if (const model::Value* birth = self.Find(field::kBirth)) traits.birth = std::get<model::TimeValue>(*birth).date;
  if (record.rows.size() > 1) {
    model::Record rows;
    rows.rows.assign(record.rows.begin(), record.rows.end());
    rows.rows[0].values.clear();
    traits.rows = std::max<uint64_t>(absl::HashOf(model::EncodeRecord(rows)), 1);
  }
  return traits;
}

PersonMarks MarksOf(const model::Record& record) {
  constexpr size_t kMost = 48;
  PersonMarks marks;
  if (const model::Value* subject = record.rows[0].Find(field::kSubjectId)) {
    marks.subject = std::max<uint64_t>(absl::HashOf(std::get<std::string>(*subject)), 1);
  }
  for (const model::Row& row : record.rows) {
    const int primary = model::Info(row.entity).primary;
    const model::Value* code = primary < 0 ? nullptr : row.Find(static_cast<model::FieldId>(primary));
    const auto* symbol = code == nullptr ? nullptr : std::get_if<model::Symbol>(code);
    if (symbol == nullptr) continue;
    for (const model::FieldValue& value : row.values) {
      const auto* time = std::get_if<model::TimeValue>(&value.value);
      if (time == nullptr || !IsOneDay(time->date)) continue;
      marks.dated.push_back({absl::HashOf(*symbol, value.field, time->date.low), *symbol});
      break;
    }
    if (marks.dated.size() == kMost) break;
  }
  std::ranges::sort(marks.dated, {}, &DatedCode::hash);
  const auto repeated = std::ranges::unique(marks.dated, {}, &DatedCode::hash);
  marks.dated.erase(repeated.begin(), repeated.end());
  return marks;
}

bool Contradict(const PersonTraits& a, const PersonTraits& b) {
  return (a.sex != model::kNoSymbol && b.sex != model::kNoSymbol && a.sex != b.sex) ||
         (!a.birth.empty() && !b.birth.empty() && !SameDays(a.birth, b.birth));
}

bool AreSame(const PersonTraits& a, const PersonTraits& b) {
  const bool born = !a.birth.empty() && !b.birth.empty() && SameDays(a.birth, b.birth);
  return (born && a.sex != model::kNoSymbol && a.sex == b.sex) || (a.rows != 0 && a.rows == b.rows);
}

void NewPeople::Add(const model::Record& record, const model::Dictionary& dictionary) {
  if (seen_++ % step_ != 0) return;
  if (sample_.size() == kMost) {
    // Keeps every second one, of those that are there and of those that follow.
    for (size_t i = 1; 2 * i < sample_.size(); ++i) sample_[i] = std::move(sample_[2 * i]);
    sample_.resize(kMost / 2);
    step_ *= 2;
    if ((seen_ - 1) % step_ != 0) return;
  }
  sample_.push_back({record.dataset, record.id, TraitsOf(record, dictionary), MarksOf(record)});
}

}  // namespace muster::api
