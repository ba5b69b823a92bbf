#include "engine/model/record/unite.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "containers/hash_table.h"
#include "engine/model/record/later_death.h"
#include "engine/model/record/life_bounds.h"
#include "engine/model/record/row_numbers.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::model {
namespace {

/// The rows below each row of a record.
std::vector<std::vector<uint32_t>> ChildrenOf(const Record& record) {
  std::vector<std::vector<uint32_t>> children(record.rows.size());
  for (uint32_t i = 1; i < record.rows.size(); ++i) children[record.rows[i].parent].push_back(i);
  return children;
}

std::string SampleIdOf(const Row& row) {
  if (row.entity != Entity::kSample) return "";
  const Value* id = row.Find(field::kSampleId);
  return id == nullptr ? "" : std::get<std::string>(*id);
}

// "unknown", which a source may write where another record knows more.
bool SaysNothing(const FieldValue& value, const Dictionary& dictionary) {
  return Info(value.field).kind == Kind::kKeyword && IsNullFlavour(dictionary.Text(std::get<Symbol>(value.value)));
}

// Of two times that do not contradict each other, whether the first is the more exact one.
std::optional<bool> MoreExact(const Value& a, const Value& b) {
  const auto* one = std::get_if<TimeValue>(&a);
  const auto* other = std::get_if<TimeValue>(&b);
  if (one == nullptr || other == nullptr) return std::nullopt;
  if (IsAtLeastAsExact(*one, *other)) return true;
  return IsAtLeastAsExact(*other, *one) ? std::optional(false) : std::nullopt;
}

bool IsLater(const TimeValue& a, const TimeValue& b) {
  if (!a.date.empty() && !b.date.empty()) return a.date.high > b.date.high;
  return !a.age.empty() && !b.age.empty() && a.age.high > b.age.high;
}

const TimeValue* BirthOf(const Record& record) {
  const Value* birth = record.rows[0].Find(field::kBirth);
  return birth == nullptr ? nullptr : &std::get<TimeValue>(*birth);
}

// The date of birth that one of them has, or the more exact one of both; empty where they contradict each other.
Interval BirthOfBoth(const Record& one, const Record& other) {
  const TimeValue* a = BirthOf(one);
  const TimeValue* b = BirthOf(other);
  if (a == nullptr || b == nullptr) return a == nullptr ? (b == nullptr ? Interval() : b->date) : a->date;
  if (IsAtLeastAsExact(*a, *b)) return a->date;
  return IsAtLeastAsExact(*b, *a) ? b->date : Interval();
}

// The age of a time of someone born at `birth`, of whom `own` was known, if it is to change.
std::optional<Interval> AgeThatFollows(const FieldValue& value, const Interval& own, const Interval& birth) {
  const auto* time = std::get_if<TimeValue>(&value.value);
  if (time == nullptr || value.field == field::kBirth || time->date.empty()) return std::nullopt;
  const bool followed = time->age.empty() || (!own.empty() && time->age == AgeAtEvent(own, time->date));
  return followed ? std::optional(AgeAtEvent(birth, time->date)) : std::nullopt;
}

// Ages that follow from dates, or are missing for want of a date of birth, follow from `birth`; those that are told
// stay.
void AgesFollow(Record& record, const Interval& birth) {
  const TimeValue* before = BirthOf(record);
  const Interval own = before == nullptr ? Interval() : before->date;
  if (birth.empty() || own == birth) return;
  for (Row& row : record.rows) {
    for (FieldValue& value : row.values) {
      if (const auto age = AgeThatFollows(value, own, birth)) std::get<TimeValue>(value.value).age = *age;
    }
  }
}

// Whether any does so.
bool HasAgesToFollow(const Record& record, const Interval& birth) {
  const TimeValue* before = BirthOf(record);
  const Interval own = before == nullptr ? Interval() : before->date;
  if (birth.empty() || own == birth) return false;
  return std::ranges::any_of(record.rows, [&](const Row& row) {
    return std::ranges::any_of(row.values,
                               [&](const FieldValue& value) { return AgeThatFollows(value, own, birth).has_value(); });
  });
}

class Uniting {
 public:
  Uniting(const Record& other, Record& record, const Dictionary& dictionary)
      : birth_(BirthOfBoth(other, record)),
        other_(&other),
        record_(record),
        dictionary_(dictionary),
        other_children_(ChildrenOf(other)),
        children_(ChildrenOf(record)),
        places_(other.rows.size()) {}

  std::optional<Contradiction> Run(std::vector<ImplausibleTime>* implausible) {
    if (HasAgesToFollow(*other_, birth_)) AgesFollow(ChangedOther(), birth_);
    AgesFollow(record_, birth_);
    Row self = other_->rows[0];
    LetLaterDeathCount(self, record_.rows[0], dictionary_);
    UniteValues(self, record_.rows[0]);
    size_t own_times = 0;
    if (implausible != nullptr && !contradiction_) own_times = TakeOut(implausible);
    UniteBelow(0, 0);
    if (contradiction_) return std::move(contradiction_);
    if (implausible != nullptr) NumberAsUnited(own_times, implausible);
    AppendExtras();
    return std::move(contradiction_);
  }

 private:
  // The other record is large, or comes often: it is copied where it has to change.
  Record& ChangedOther() {
    if (!changed_) {
      changed_ = *other_;
      other_ = &*changed_;
    }
    return *changed_;
  }

  // Before rows are compared: one whose time is taken out in either record is the same without it. Returns how many
  // are of `record_`.
  size_t TakeOut(std::vector<ImplausibleTime>* implausible) {
    *implausible = TakeImplausibleTimes(record_);
    const size_t own_times = implausible->size();
    if (LifeBounds(record_.rows[0]).AllowBelow(*other_)) return own_times;
    ChangedOther().rows[0] = record_.rows[0];
    for (ImplausibleTime& time : TakeImplausibleTimes(*changed_)) implausible->push_back(std::move(time));
    return own_times;
  }

  // Times of the other record have the number of their row in the united one.
  void NumberAsUnited(size_t own_times, std::vector<ImplausibleTime>* implausible) const {
    if (own_times == implausible->size()) return;
    const RowNumbers numbers(*other_, record_, places_);
    for (size_t i = own_times; i < implausible->size(); ++i) {
      ImplausibleTime& time = (*implausible)[i];
      time.number = numbers.Of(time.entity, time.number);
    }
  }

  // A row of the other record, and all that is below it, is this one.
  void Meet(uint32_t other, uint32_t own) {
    places_[other] = own;
    const std::vector<uint32_t>& below = other_children_[other];
    for (size_t i = 0; i < below.size(); ++i) Meet(below[i], children_[own][i]);
  }

  void UniteValues(const Row& from, Row& to) {
    if (!contradiction_) contradiction_ = UniteRows(from, to, dictionary_);
  }

  bool SameTree(uint32_t other, uint32_t own) const {
    const Row& a = other_->rows[other];
    const Row& b = record_.rows[own];
    if (a.entity != b.entity || a.excluded != b.excluded || a.values != b.values) return false;
    const std::vector<uint32_t>& below_a = other_children_[other];
    const std::vector<uint32_t>& below_b = children_[own];
    return std::equal(below_a.begin(), below_a.end(), below_b.begin(), below_b.end(),
                      [this](uint32_t x, uint32_t y) { return SameTree(x, y); });
  }

  // A text that rows have in common when they answer for each other.
  std::string KeyOf(const Record& record, const std::vector<std::vector<uint32_t>>& children, uint32_t row) const {
    if (std::string sample = SampleIdOf(record.rows[row]); !sample.empty()) return "s" + sample;
    std::string key = "t";
    AppendTree(record, children, row, &key);
    return key;
  }
  static void AppendTree(const Record& record, const std::vector<std::vector<uint32_t>>& children, uint32_t row,
                         std::string* key) {
    Record alone;
    alone.rows.push_back(record.rows[row]);
    alone.rows[0].parent = 0;
    const std::string encoded = EncodeRecord(alone);
    key->append(std::to_string(encoded.size())).append(" ").append(encoded);
    key->append(std::to_string(children[row].size())).append(" ");
    for (const uint32_t below : children[row]) AppendTree(record, children, below, key);
  }

  // The same as UniteBelow, in a time that grows with the rows and not with their square.
  void UniteManyBelow(uint32_t other, uint32_t own) {
    HashMap<std::string, std::vector<uint32_t>> free;  // the first one last
    const std::vector<uint32_t>& rows = children_[own];
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
      free[KeyOf(record_, children_, *row)].push_back(*row);
    }
    for (const uint32_t row : other_children_[other]) {
      if (contradiction_) return;
      const auto same = free.find(KeyOf(*other_, other_children_, row));
      if (same == free.end() || same->second.empty()) {
        Append(row, own);
        continue;
      }
      const uint32_t met = same->second.back();
      same->second.pop_back();
      if (SampleIdOf(other_->rows[row]).empty()) {
        Meet(row, met);
        continue;
      }
      places_[row] = met;
      UniteValues(other_->rows[row], record_.rows[met]);
      UniteBelow(row, met);
    }
  }

  // What is below the row `other`, beyond what is below the row `own` already.
  void UniteBelow(uint32_t other, uint32_t own) {
    constexpr size_t kManyPairs = 8192;
    if (children_[own].size() * other_children_[other].size() > kManyPairs) return UniteManyBelow(other, own);
    // Each row answers for one of the other record: two equal ones there are two.
    std::vector<uint32_t> free = children_[own];
    for (const uint32_t row : other_children_[other]) {
      if (contradiction_) return;
      const std::string sample = SampleIdOf(other_->rows[row]);
      const auto same = std::find_if(free.begin(), free.end(), [&](uint32_t candidate) {
        return sample.empty() ? SameTree(row, candidate) : SampleIdOf(record_.rows[candidate]) == sample;
      });
      if (same == free.end()) {
        Append(row, own);
        continue;
      }
      const uint32_t met = *same;
      free.erase(same);
      if (sample.empty()) {
        Meet(row, met);
        continue;
      }
      places_[row] = met;
      UniteValues(other_->rows[row], record_.rows[met]);
      UniteBelow(row, met);
    }
  }

  void Append(uint32_t row, uint32_t parent) {
    const auto place = static_cast<uint32_t>(record_.rows.size());
    record_.rows.push_back(other_->rows[row]);
    record_.rows.back().parent = parent;
    places_[row] = place;
    children_.emplace_back();
    children_[parent].push_back(place);
    for (const uint32_t below : other_children_[row]) Append(below, place);
  }

  // Two JSON objects, as far as they are not the same.
  void AppendExtras() {
    if (other_->extras.size() <= 2 || other_->extras == record_.extras) return;
    std::string extras = other_->extras;
    if (HasKeptByNumber(extras)) extras = WithNumbers(extras, RowNumbers(*other_, record_, places_));
    if (record_.extras.size() <= 2) {
      record_.extras = std::move(extras);
      return;
    }
    const std::string_view members = std::string_view(extras).substr(1, extras.size() - 2);
    if (record_.extras.find(members) != std::string::npos) return;
    record_.extras.back() = ',';
    record_.extras.append(extras, 1);
  }

  const Interval birth_;
  const Record* other_;
  std::optional<Record> changed_;  // what `other_` is then
  Record& record_;
  const Dictionary& dictionary_;
  std::vector<std::vector<uint32_t>> other_children_, children_;
  std::vector<uint32_t> places_;  // in the united record, of the rows of the other one
  std::optional<Contradiction> contradiction_;
};

}  // namespace

std::optional<Contradiction> UniteRows(const Row& from, Row& to, const Dictionary& dictionary) {
  bool added = false;
  for (const FieldValue& value : from.values) {
    if (std::find(to.values.begin(), to.values.end(), value) != to.values.end()) continue;
    const auto present = std::find_if(to.values.begin(), to.values.end(),
                                      [&](const FieldValue& known) { return known.field == value.field; });
    if (present == to.values.end() || Info(value.field).multiple) {
      to.values.push_back(value);
      added = true;
    } else if (SaysNothing(value, dictionary)) {
      continue;
    } else if (SaysNothing(*present, dictionary)) {
      present->value = value.value;
    } else if (const auto more = MoreExact(value.value, present->value)) {
      if (*more) present->value = value.value;
    } else if (value.field == field::kLastContact) {
      if (IsLater(std::get<TimeValue>(value.value), std::get<TimeValue>(present->value))) present->value = value.value;
    } else {
      return Contradiction{value.field, present->value, value.value};
    }
  }
  // Values stand in the order of the fields.
  if (added) {
    std::stable_sort(to.values.begin(), to.values.end(),
                     [](const FieldValue& a, const FieldValue& b) { return a.field < b.field; });
  }
  return std::nullopt;
}

std::optional<Contradiction> Unite(const Record& other, Record& record, const Dictionary& dictionary,
                                   std::vector<ImplausibleTime>* implausible) {
  return Uniting(other, record, dictionary).Run(implausible);
}

std::string DescribeLoss(const Record& was, const Record& now) {
  std::array<uint64_t, kEntityCount> rows_was{};
  std::array<uint64_t, kEntityCount> rows_now{};
  for (const Row& row : was.rows) ++rows_was[static_cast<size_t>(row.entity)];
  for (const Row& row : now.rows) ++rows_now[static_cast<size_t>(row.entity)];
  std::string text;
  const auto add = [&](std::string_view part) { text.append(text.empty() ? "" : ", ").append(part); };
  for (size_t e = 1; e < kEntityCount; ++e) {
    if (rows_now[e] >= rows_was[e]) continue;
    const EntityInfo& info = Entities()[e];
    add(Concat({std::to_string(rows_was[e]), " ", rows_was[e] == 1 ? info.name : info.plural, " became ",
                std::to_string(rows_now[e])}));
  }
  for (const FieldValue& value : was.rows[0].values) {
    if (now.rows[0].Find(value.field) == nullptr) add(Concat({"no ", Info(value.field).name}));
  }
  return text;
}

bool IsAtLeastAsExact(const TimeValue& a, const TimeValue& b) {
  const auto within = [](const Interval& inner, const Interval& outer) {
    return outer.empty() || (!inner.empty() && inner.low >= outer.low && inner.high <= outer.high);
  };
  // Ages follow from dates where there are some.
  const bool dated = !a.date.empty() && !b.date.empty();
  return (dated || within(a.age, b.age)) && within(a.date, b.date) && (a.term == b.term || b.term == kNoSymbol);
}

std::string ShowNumber(double number) {
  char text[32];
  const auto end = std::to_chars(std::begin(text), std::end(text), number);
  return std::string(std::begin(text), end.ptr);
}

std::string ShowValue(const Value& value, const Dictionary& dictionary) {
  if (const auto* symbol = std::get_if<Symbol>(&value)) {
    const std::string_view label = dictionary.Label(*symbol);
    return std::string(label.empty() ? dictionary.Text(*symbol) : label);
  }
  if (const auto* number = std::get_if<double>(&value)) return ShowNumber(*number);
  if (const auto* time = std::get_if<TimeValue>(&value)) {
    return time->date.empty() ? FormatAge(time->age) : FormatDate(time->date);
  }
  return std::get<std::string>(value);
}

std::string Show(const Contradiction& contradiction, const Dictionary& dictionary) {
  const Field& field = Info(contradiction.field);
  const EntityInfo& entity = Info(field.entity);
  return Concat({field.entity == Entity::kIndividual ? "" : entity.name, field.entity == Entity::kIndividual ? "" : " ",
                 field.name, ": \"", ShowValue(contradiction.first, dictionary), "\", and \"",
                 ShowValue(contradiction.second, dictionary), "\""});
}

}  // namespace muster::model
