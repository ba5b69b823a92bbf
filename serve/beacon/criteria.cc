#include "serve/beacon/criteria.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "serve/text/text.h"

namespace muster::serve {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// A number and the text behind it. Nullopt: not a finite decimal number.
struct ReadAmount {
  std::string number;
  std::string unit;
};

std::optional<ReadAmount> ReadNumberAndUnit(std::string_view text) {
  text = Trim(text);
  const char* const begin = text.data();
  if (text.empty() || !(IsDigit(text[0]) || (text[0] == '-' && text.size() > 1 && IsDigit(text[1]))))
    return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(begin, begin + text.size(), number);
  if (error != std::errc() || !std::isfinite(number)) return std::nullopt;
  const size_t length = static_cast<size_t>(end - begin);
  const std::string_view unit = Trim(text.substr(length));
  // A unit that continues the number ("1.2.3", "1,5") is a slip.
  if (!unit.empty() && unit.data() == end && (unit[0] == '.' || unit[0] == ',')) return std::nullopt;
  return ReadAmount{std::string(text.substr(0, length)), std::string(unit)};
}

bool IsPartialDate(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : !IsDigit(text[i])) return false;
  }
  return true;
}

bool IsDuration(std::string_view text) {
  if (text.size() < 3 || text[0] != 'P' || !IsLetter(text.back())) return false;
  return std::all_of(text.begin() + 1, text.end(), [](char c) {
    return IsDigit(c) || c == '.' || c == 'T' || c == 'Y' || c == 'M' || c == 'W' || c == 'D' || c == 'H' || c == 'S';
  });
}

class CriteriaWriter {
 public:
  CriteriaWriter(const CriteriaOptions& options, const CodeKnowledge& knowledge)
      : options_(options), knowledge_(knowledge) {}

  absl::Status AddGroup(const FilterGroup& group, size_t number) {
    number_ = number;
    std::vector<std::string> alternatives;
    for (const Filter& filter : group) {
      text_ = Shorten(TextOf(filter), 200);
      for (const std::string& id : filter.ids) {
        absl::StatusOr<std::string> criterion = filter.op.empty() ? ByItself(filter, id) : Compared(filter, id);
        if (!criterion.ok()) return criterion.status();
        alternatives.push_back(*std::move(criterion));
      }
    }
    AddConjunct(alternatives.size() == 1 ? alternatives[0] : Concat("(", Join(alternatives, " or "), ")"));
    return absl::OkStatus();
  }

  void AddConjunct(std::string_view criterion) {
    Append(criteria.text, criteria.text.empty() ? "" : " and ", criterion);
  }

  std::string Parameter(std::string value) {
    const std::string name = std::to_string(criteria.parameters.size() + 1);
    criteria.parameters[name] = std::move(value);
    criteria.filter_of_parameter[name] = number_;
    return "$" + name;
  }

  Criteria criteria;

 private:
  absl::Status Wrong(std::string_view why) const {
    return absl::InvalidArgumentError(Concat("the filter \"", text_, "\" cannot be answered: ", why));
  }

  absl::Status Unknown(std::string_view id) const {
    if (constexpr std::string_view label = ".label"; id.ends_with(label)) {
      const std::string code = Concat(id.substr(0, id.size() - label.size()), ".id");
      if (FindModelPath(code) != nullptr) return Wrong(Concat("labels are not searched; ", code, " asks for the code"));
    }
    return absl::InvalidArgumentError(Concat("the filter \"", Shorten(id, 200),
                                             "\" is not known: it is no field, and no code that records here have; "
                                             "/filtering_terms lists what is"));
  }

  /// The entry type named `scope`. Null and a status if there is none, or if it has no criteria.
  absl::StatusOr<const EntryType*> Scope(const Filter& filter) const {
    if (filter.scope.empty()) return nullptr;
    const EntryType* type = FindEntryType(filter.scope);
    if (type == nullptr || IsCollection(type->entry)) {
      return Wrong(
          Concat("its scope ", Shorten(filter.scope, 60), " is none of individual, biosample, run and analysis"));
    }
    return type;
  }

  /// A criterion on a field of `entry`, for a count of `counted`: a field of the same records or of those above
  /// directly, others by `has`.
  std::string AtEntry(Entry entry, std::string_view record, std::string_view criterion) const {
    if (!record.empty()) return Concat("has ", record, " with ", criterion);
    if (entry <= options_.counted) return std::string(criterion);
    return Concat("has ", TypeOf(entry).entity, " with ", criterion);
  }

  absl::StatusOr<std::string> ByItself(const Filter& filter, const std::string& id) {
    absl::StatusOr<const EntryType*> scope = Scope(filter);
    if (!scope.ok()) return scope.status();
    if (id.starts_with("cohort:")) return InCohort(id.substr(7), *scope);
    if (!IsCode(id)) {
      if (FindModelPath(id) != nullptr) return Wrong("this is a field, which needs an operator and a value");
      return Unknown(id);
    }
    if (const std::string_view sex = SexOfCode(id); !sex.empty()) {
      if (*scope != nullptr && (*scope)->entry != Entry::kIndividual) {
        return Wrong("a sex is that of an individual");
      }
      return Concat("sex is ", sex);
    }
    if (const ModelPath* path = FindModelPath(id); path != nullptr || id == "PATO:0000011") {
      return Wrong("this is a field, which needs an operator and a value");
    }
    if (const std::string only = knowledge_.OnlyIn(id); !only.empty()) {
      return Wrong(
          Concat("records have this code in another field than those in which a code by itself is looked for; ", only));
    }
    std::vector<const CodeField*> places;
    bool elsewhere = false;
    for (const CodeField& field : CodeFields()) {
      const bool fits = *scope == nullptr || (*scope)->entry == field.entry;
      if (!fits && elsewhere) continue;
      if (!knowledge_.Knows(field, id)) continue;
      if (fits) places.push_back(&field);
      elsewhere = elsewhere || !fits;
    }
    if (places.empty()) {
      if (elsewhere) return Wrong("in its scope this code cannot stand");
      return Unknown(id);
    }
    const std::string parameter = Parameter(id);
    const std::string_view exactly = Exactly(filter, true);
    std::vector<std::string> criteria_of_places;
    for (const CodeField* place : places) {
      criteria_of_places.push_back(
          place->main ? Concat("has ", place->record, " ", exactly, parameter)
                      : AtEntry(place->entry, place->record, Concat(place->field, " is ", exactly, parameter)));
    }
    if (criteria_of_places.size() == 1) return criteria_of_places[0];
    return Concat("(", Join(criteria_of_places, " or "), ")");
  }

  absl::StatusOr<std::string> InCohort(const std::string& name, const EntryType* scope) {
    if (scope != nullptr && scope->entry != Entry::kIndividual) return Wrong("a cohort has individuals");
    const std::vector<std::string> cohorts = knowledge_.Cohorts();
    if (std::find(cohorts.begin(), cohorts.end(), name) == cohorts.end()) return Unknown("cohort:" + name);
    return Concat("in ", Quote(name));
  }

  absl::StatusOr<std::string> Compared(const Filter& filter, const std::string& id) {
    absl::StatusOr<const EntryType*> scope = Scope(filter);
    if (!scope.ok()) return scope.status();
    ModelPath age{};
    const ModelPath* path = FindModelPath(id);
    if (path == nullptr && (EqualsIgnoreCase(id, "age") || id == "PATO:0000011")) {
      if (options_.age_means.empty()) {
        return Wrong(
            "an age has to say when: timeAtLastEncounter, diseases.ageOfOnset, phenotypicFeatures.onset, "
            "collectionMoment, EFO:0005056 (at death)");
      }
      age = {id, Entry::kIndividual, "", options_.age_means, FieldKind::kAge, "age"};
      path = &age;
    }
    if (path == nullptr) return Measured(filter, id, *scope);
    if (*scope != nullptr && (*scope)->entry != path->entry) {
      return Wrong(Concat("in its scope there is no such field; it is one of ", TypeOf(path->entry).path));
    }
    if (filter.values.size() > 1) return OneOfSeveral(filter, *path);
    absl::StatusOr<std::string> criterion = FieldCriterion(filter, *path, filter.values[0]);
    if (!criterion.ok()) return criterion.status();
    return AtEntry(path->entry, path->record, *criterion);
  }

  /// Several values are alternatives. "Other than any of them" is about one record.
  absl::StatusOr<std::string> OneOfSeveral(const Filter& filter, const ModelPath& path) {
    if (filter.op != "=" && filter.op != "!") return Wrong("several values go with = or !");
    std::vector<std::string> parts;
    for (const std::string& value : filter.values) {
      absl::StatusOr<std::string> part = FieldCriterion(filter, path, value);
      if (!part.ok()) return part.status();
      parts.push_back(*std::move(part));
    }
    return AtEntry(path.entry, path.record, Concat("(", Join(parts, filter.op == "=" ? " or " : " and "), ")"));
  }

  /// "is", "is not", or the operator itself.
  static std::string_view Operator(std::string_view op) { return op == "=" ? "is" : op == "!" ? "is not" : op; }

  absl::StatusOr<std::string> FieldCriterion(const Filter& filter, const ModelPath& path, const std::string& value) {
    if (value.empty()) return Wrong("its value is empty");
    const bool equality = filter.op == "=" || filter.op == "!";
    switch (path.kind) {
      case FieldKind::kSex:
        if (!equality) return Wrong("a sex is compared with = or !");
        if (const std::string_view sex = SexOfCode(value); !sex.empty()) {
          return Concat("sex ", Operator(filter.op), " ", sex);
        }
        return TextCriterion(filter, path, value);
      case FieldKind::kKeyword:
        if (!equality) return Wrong("a text is compared with = or !");
        return TextCriterion(filter, path, value);
      case FieldKind::kCode:
        if (!equality) return Wrong("a code is compared with = or !");
        return CodeCriterion(filter, path, value);
      case FieldKind::kNumber: {
        const std::optional<ReadAmount> amount = ReadNumberAndUnit(value);
        if (!amount.has_value() || !amount->unit.empty()) return Wrong("its value is not a number without a unit");
        return Concat(path.field, " ", Operator(filter.op), " ", Parameter(amount->number));
      }
      case FieldKind::kAge:
        if (IsCode(value)) {
          if (!equality) return Wrong("a term of onset is compared with = or !");
          return Concat(path.field, " ", Operator(filter.op), " ", Exactly(filter, true), Parameter(value));
        }
        if (!IsDuration(value)) {
          return Wrong("its value is not an ISO 8601 duration such as P18Y, nor a code of a term of onset");
        }
        return Concat(path.field, " ", Operator(filter.op), " ", Parameter(value));
      case FieldKind::kDate: {
        if (!IsPartialDate(value)) return Wrong("its value is not a date: YYYY, YYYY-MM or YYYY-MM-DD");
        return Concat(path.field, " ", Operator(filter.op), " ", Parameter(value));
      }
    }
    return Wrong("its field is not known");
  }

  absl::StatusOr<std::string> TextCriterion(const Filter& filter, const ModelPath& path, const std::string& value) {
    const size_t wildcard = value.find('%');
    if (wildcard == std::string::npos) {
      return Concat(path.field, " ", Operator(filter.op), " ", Parameter(value));
    }
    if (wildcard + 1 != value.size()) return Wrong("% may stand only at the end of a value");
    if (filter.op != "=") return Wrong("a value with % is compared with =");
    if (wildcard == 0) return Concat(path.field, " is recorded");
    const std::string begin = value.substr(0, wildcard);
    // Blanks at the end of a word are lost unless it is quoted.
    return Concat(path.field, " starts with ", Parameter(begin.ends_with(' ') ? Quote(begin) : begin));
  }

  absl::StatusOr<std::string> CodeCriterion(const Filter& filter, const ModelPath& path, const std::string& value) {
    if (value.find('%') != std::string::npos) return TextCriterion(filter, path, value);
    if (!IsCode(value)) return Wrong("its value is not written as a code, PREFIX:NUMBER");
    return Concat(path.field, " ", Operator(filter.op), " ", Exactly(filter, false), Parameter(value));
  }

  /// The prefix for a code without the terms below it. `otherwise`: whether terms below are included if the filter does
  /// not say.
  static std::string_view Exactly(const Filter& filter, bool otherwise) {
    return filter.descendants.value_or(otherwise) ? "" : "exactly ";
  }

  /// A measurement: the id is the code of its assay.
  absl::StatusOr<std::string> Measured(const Filter& filter, const std::string& id, const EntryType* scope) {
    if (!IsCode(id)) return Unknown(id);
    if (scope != nullptr && scope->entry != Entry::kIndividual) return Wrong("measurements are those of individuals");
    if (!knowledge_.Knows({Entry::kIndividual, "measurement", "assay", true}, id)) {
      bool elsewhere = false;
      for (const CodeField& field : CodeFields()) elsewhere = elsewhere || knowledge_.Knows(field, id);
      if (!elsewhere) return Unknown(id);
      return Wrong("this code is no measurement, so that it has no value");
    }
    std::vector<std::string> values;
    const std::string assay = Parameter(id);
    for (const std::string& value : filter.values) {
      absl::StatusOr<std::string> one = MeasuredValue(filter, id, value);
      if (!one.ok()) return one.status();
      values.push_back(*std::move(one));
    }
    if (values.size() > 1 && filter.op != "=") return Wrong("several values go with =");
    const std::string any = values.size() == 1 ? values[0] : Concat("(", Join(values, " or "), ")");
    return Concat("has measurement ", Exactly(filter, true), assay, " with ", any);
  }

  absl::StatusOr<std::string> MeasuredValue(const Filter& filter, const std::string& id, const std::string& value) {
    if (IsCode(value)) {
      if (filter.op != "=" && filter.op != "!") return Wrong("a code is compared with = or !");
      return Concat("coded value ", Operator(filter.op), " ", Exactly(filter, true), Parameter(value));
    }
    const std::optional<ReadAmount> amount = ReadNumberAndUnit(value);
    if (!amount.has_value()) return Wrong("its value is not a number, perhaps with a unit");
    std::string unit = amount->unit;
    if (unit.find_first_of("\"'\\;") != std::string::npos) return Wrong("its unit is not written as a unit");
    if (unit.empty()) {
      const std::optional<std::string> only = knowledge_.UnitOf(id);
      if (!only.has_value()) return Wrong("its value has to say the unit");
      unit = only->empty() ? "1" : *only;
    } else if (!knowledge_.CanBeCompared(id, unit)) {
      return Wrong(Concat("no measurement has a unit that ", unit, " can be converted to"));
    }
    return Concat("value ", Operator(filter.op), " ", Parameter(Concat(amount->number, " ", Quote(unit))));
  }

  const CriteriaOptions options_;
  const CodeKnowledge& knowledge_;
  size_t number_ = 0;
  std::string text_;
};

}  // namespace

bool IsCode(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 >= text.size() || !IsLetter(text[0])) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool plain = IsLetter(c) || IsDigit(c) || c == '_' || c == '-' || c == '.';
    // What codes of ICD, of SNOMED and of variants are put together with.
    constexpr std::string_view kJoins = ":/+#*^&()|=>";
    if (i < colon ? !plain : !plain && kJoins.find(c) == std::string_view::npos) return false;
  }
  return true;
}

std::string Quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + "\"";
}

absl::StatusOr<Criteria> WriteCriteria(const std::vector<FilterGroup>& filters, const CriteriaOptions& options,
                                       const CodeKnowledge& knowledge) {
  CriteriaWriter writer(options, knowledge);
  for (size_t i = 0; i < filters.size(); ++i) {
    if (absl::Status added = writer.AddGroup(filters[i], i); !added.ok()) return added;
  }
  std::vector<std::string> datasets;
  for (const std::string& dataset : options.datasets) {
    datasets.push_back(writer.Parameter(dataset));
    writer.criteria.filter_of_parameter.erase(std::to_string(writer.criteria.parameters.size()));
  }
  if (datasets.size() == 1) writer.AddConjunct(Concat("dataset is ", datasets[0]));
  if (datasets.size() > 1) writer.AddConjunct(Concat("dataset in (", Join(datasets, ", "), ")"));
  if (!options.cohort.empty()) writer.AddConjunct(Concat("in ", Quote(options.cohort)));
  return std::move(writer.criteria);
}

}  // namespace muster::serve
