#include "serve/beacon/counting.h"

#include <algorithm>
#include <functional>
#include <set>

#include "serve/http/budget_exhausted.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// The name of the parameter that stands at `begin` of `text`, or empty.
std::string ParameterAt(const std::string& text, size_t begin) {
  if (begin >= text.size() || text[begin] != '$') return {};
  size_t end = begin + 1;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return text.substr(begin + 1, end - begin - 1);
}

/// The parameter that a diagnostic is about: the one at its place, or the first behind it.
std::string ParameterNear(const std::string& text, size_t begin) {
  const size_t sign = text.find('$', std::min(begin, text.size()));
  return sign == std::string::npos ? std::string() : ParameterAt(text, sign);
}

size_t OccurrencesOf(const std::string& text, const std::string& parameter) {
  size_t count = 0;
  for (size_t sign = text.find('$'); sign != std::string::npos; sign = text.find('$', sign + 1)) {
    if (ParameterAt(text, sign) == parameter) ++count;
  }
  return count;
}

class DiagnosticReader {
 public:
  DiagnosticReader(const std::string& text, const Criteria& criteria, const std::vector<FilterGroup>& filters)
      : text_(text), criteria_(criteria), filters_(filters) {}

  /// What an error says to the client.
  absl::Status OfError(const Diagnostic& diagnostic) const {
    if (diagnostic.code == "budget-used-up") return BudgetExhausted(diagnostic);
    if (diagnostic.code == "deadline") return absl::DeadlineExceededError("the question takes too long");
    if (diagnostic.code == "cancelled") return absl::CancelledError("the client has gone");
    if (diagnostic.code == "too-much-memory") return absl::UnavailableError("the question needs too much memory");
    return absl::InvalidArgumentError(
        Concat("the filter \"", FilterAt(diagnostic), "\" cannot be answered: ", diagnostic.message));
  }

  /// A filter whose code is unknown in every field in which it was looked for. (A code that records have in another
  /// field finds nobody, which is an answer.) `is_term`: the code is known as a term, whatever records have.
  absl::Status OfWarnings(const std::vector<Diagnostic>& diagnostics,
                          const std::function<bool(const std::string& code)>& is_term) const {
    std::map<std::string, std::set<size_t>> unknown;
    for (const Diagnostic& diagnostic : diagnostics) {
      if (diagnostic.code != "unused-code") continue;
      const std::string parameter = ParameterNear(text_, diagnostic.begin);
      if (!parameter.empty()) unknown[parameter].insert(diagnostic.begin);
    }
    for (const auto& [parameter, places] : unknown) {
      if (places.size() < OccurrencesOf(text_, parameter)) continue;
      const auto value = criteria_.parameters.find(parameter);
      if (value != criteria_.parameters.end() && is_term(value->second)) continue;
      return absl::InvalidArgumentError(Concat(
          "the filter \"", Shorten(value == criteria_.parameters.end() ? "" : value->second, 200),
          "\" is not known: it is no field, and no code that records here have; /filtering_terms lists what is"));
    }
    return absl::OkStatus();
  }

  /// Whether the client gets this remark. A code that is looked for in several fields causes a remark for each,
  /// although it has to be in only one.
  bool IsToldOf(const Diagnostic& diagnostic) const {
    if (diagnostic.code == "unused-code") return false;
    return diagnostic.code != "no-such-codes" || OccurrencesOf(text_, ParameterNear(text_, diagnostic.begin)) == 1;
  }

 private:
  std::string FilterAt(const Diagnostic& diagnostic) const {
    const auto found = criteria_.filter_of_parameter.find(ParameterNear(text_, diagnostic.begin));
    if (found == criteria_.filter_of_parameter.end() || found->second >= filters_.size()) return "of this question";
    return Shorten(TextOf(filters_[found->second]), 200);
  }

  const std::string& text_;
  const Criteria& criteria_;
  const std::vector<FilterGroup>& filters_;
};

}  // namespace

ReleasedNumber NumberOf(const Cell& cell) {
  if (const auto* exact = std::get_if<int64_t>(&cell)) return {*exact, Number::Kind::kExact, *exact, *exact};
  if (const auto* number = std::get_if<Number>(&cell)) {
    // Whatever is counted, a number that is shown is of somebody: one of rows has no bounds of its own.
    const bool somebody = number->value.value_or(0) > 0 && number->low.value_or(0) < 1;
    return {number->value.value_or(0), number->kind, somebody ? std::optional<int64_t>(1) : number->low, number->high};
  }
  return {0, Number::Kind::kWithheld, std::nullopt, std::nullopt};
}

absl::StatusOr<Counted> Count(const Node& node, const CodeKnowledge& knowledge, const Caller& caller,
                              const CountRequest& request, std::chrono::milliseconds* timing) {
  CriteriaOptions options;
  options.counted = request.entry;
  options.age_means = request.age_means;
  options.datasets = request.datasets;
  options.cohort = request.cohort;
  absl::StatusOr<Criteria> criteria = WriteCriteria(request.request->filters, options, knowledge);
  if (!criteria.ok()) return criteria.status();
  Question question;
  question.text = Concat("count ", TypeOf(request.entry).counted, criteria->text.empty() ? "" : " where ",
                         criteria->text, request.by_dataset ? " by dataset" : "");
  question.parameters = criteria->parameters;
  if (request.datasets.size() == 1) question.dataset = request.datasets[0];
  question.deadline = request.deadline;
  question.gone = request.gone;
  const HeldAnswers held = node.Ask(caller, question);
  *timing = held.timing;
  const absl::StatusOr<std::vector<Answer>>& answers = held.answers;
  if (!answers.ok()) return answers.status();
  if (answers->size() != 1) return absl::InternalError("not one answer");
  const Answer& answer = (*answers)[0];
  const DiagnosticReader reader(question.text, *criteria, request.request->filters);
  for (const Diagnostic& diagnostic : answer.diagnostics) {
    if (diagnostic.severity == Severity::kError) return reader.OfError(diagnostic);
  }
  // For guests, a term of a loaded ontology that is not listed is treated like one that few people have.
  const bool exact = node.IsExact(node.TierFor(caller, question.dataset));
  const auto is_term = [&](const std::string& code) { return !exact && node.IsTerm(code); };
  if (absl::Status known = reader.OfWarnings(answer.diagnostics, is_term); !known.ok()) return known;
  if (!answer.table.has_value()) return absl::InternalError("an answer without a table");

  Counted counted;
  const Table& table = *answer.table;
  for (const Diagnostic& diagnostic : answer.diagnostics) {
    if (reader.IsToldOf(diagnostic) && std::ranges::find(counted.notes, diagnostic.message) == counted.notes.end()) {
      counted.notes.push_back(diagnostic.message);
    }
  }
  if (!table.provenance.note.empty()) counted.notes.push_back(table.provenance.note);
  counted.provenance = table.provenance;
  if (request.by_dataset) {
    if (table.total.size() != 1) return absl::InternalError("an answer without a total");
    counted.total = NumberOf(table.total[0]);
    for (const std::vector<Cell>& row : table.rows) {
      const auto* dataset = row.size() == 2 ? std::get_if<std::string>(&row[0]) : nullptr;
      if (dataset != nullptr && *dataset != "(not shown)") counted.datasets[*dataset] = NumberOf(row[1]);
    }
  } else {
    if (table.rows.size() != 1 || table.rows[0].size() != 1) return absl::InternalError("not one number");
    counted.total = NumberOf(table.rows[0][0]);
  }
  return counted;
}

}  // namespace muster::serve
