#include "engine/api/pipeline/prepare.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/binder.h"
#include "engine/bind/bound/reporter.h"
#include "grammar/clone.h"
#include "grammar/criteria_count.h"
#include "grammar/parameters/parameters.h"
#include "grammar/parse.h"
#include "muster/reason.h"

namespace muster::api {
namespace {

// The text as a whole is wrong: one answer with its diagnostics.
void Fail(std::vector<Diagnostic> diagnostics, PreparedText* result) {
  result->prepared.emplace_back().diagnostics = std::move(diagnostics);
}

bool IsExplained(const std::vector<grammar::Statement>& statements) {
  return std::any_of(statements.begin(), statements.end(), [](const grammar::Statement& statement) {
    return statement.explain != grammar::Statement::Explain::kNo;
  });
}

// The criteria of a whole text, those of a funnel counted once for each of its rows, may not exceed `max_criteria`.
std::optional<Diagnostic> TooManyCriteria(const std::vector<grammar::Statement>& statements, size_t max_criteria) {
  size_t sum = 0;
  for (const grammar::Statement& statement : statements) {
    const size_t cost = grammar::CostInCriteria(statement);
    sum = cost > SIZE_MAX - sum ? SIZE_MAX : sum + cost;
    if (sum <= max_criteria) continue;
    const bool steps = std::holds_alternative<grammar::Steps>(statement.query);
    return Diagnostic{
        Severity::kError,
        "too-many-criteria",
        absl::StrCat(statements.size() > 1 ? "with this statement, the text" : "the text", " comes to ", sum,
                     " criteria, and at most ", max_criteria, " are answered"),
        statement.span.begin,
        statement.span.end,
        {steps ? "a funnel or impact asks its criteria again for each row: join some of them in parentheses"
               : "a list of terms or values is one criterion: has phenotype in (HP:0001250, ...)"}};
  }
  return std::nullopt;
}

// Binds the statements of one text in order: cohorts that one of them defines or drops are seen by those after it.
class TextBinder {
 public:
  explicit TextBinder(const PipelineContext& context) : context_(context) {}

  absl::Status Bind(const grammar::Statement& statement, PreparedStatement* prepared) {
    const auto* define = std::get_if<grammar::Define>(&statement.query);
    const auto* drop = std::get_if<grammar::Drop>(&statement.query);
    if ((define != nullptr || drop != nullptr) && !context_.cohorts.save) {
      return context_.cohorts.read_only
                 ? WithReason(absl::FailedPreconditionError(
                                  "the catalogue is open read-only: cohorts cannot be saved or dropped"),
                              reason::kReadOnly)
                 : absl::FailedPreconditionError(
                       "a snapshot is asked, in which cohorts cannot be saved or dropped: ask the catalogue");
    }
    auto query = bind::Bind(statement, context_.view, &prepared->diagnostics, &defined_);
    if (!query.ok()) return query.status();
    const bool explained = statement.explain != grammar::Statement::Explain::kNo;  // then it changes nothing
    if (define != nullptr && query->has_value() && !explained) {
      defined_[absl::AsciiStrToLower(define->cohort.name)] = (*query)->text;
    }
    if (drop != nullptr) Drop(drop->cohort, explained, prepared);
    if (query->has_value()) prepared->query = **std::move(query);
    return absl::OkStatus();
  }

 private:
  void Drop(const grammar::CohortRef& cohort, bool explained, PreparedStatement* prepared) {
    const std::string key = absl::AsciiStrToLower(cohort.name);
    const auto defined = defined_.find(key);
    const bool known = defined != defined_.end() ? !defined->second.empty() : context_.view.cohorts().contains(key);
    if (!explained) defined_[key] = "";
    if (known) return;
    prepared->diagnostics.push_back({Severity::kError,
                                     "unknown-cohort",
                                     absl::StrCat("no cohort '", cohort.name, "' is saved"),
                                     cohort.span.begin,
                                     cohort.span.end,
                                     {"show cohorts lists them"}});
  }

  const PipelineContext& context_;
  bind::SavedTexts defined_;
};

}  // namespace

ParsedTextPtr ReadText(std::string_view text, const QueryOptions& options, std::vector<Diagnostic>* diagnostics) {
  grammar::ParseResult parsed = grammar::Parse(text, {options.max_text_bytes, options.max_depth, options.max_terms});
  if (!HasErrors(parsed.diagnostics) && parsed.statements.empty()) {
    parsed.diagnostics.push_back(
        {Severity::kError, "nothing-asked", "the text asks nothing", 0, 0, {"write for example count individuals"}});
  }
  const bool wrong = HasErrors(parsed.diagnostics);
  std::move(parsed.diagnostics.begin(), parsed.diagnostics.end(), std::back_inserter(*diagnostics));
  if (wrong) return nullptr;
  if (auto too_many = TooManyCriteria(parsed.statements, options.max_criteria)) {
    diagnostics->push_back(*std::move(too_many));
    return nullptr;
  }
  auto result = std::make_shared<ParsedText>();
  result->statements = std::move(parsed.statements);
  if (text.find('$') != std::string_view::npos) result->parameters = grammar::ParametersIn(result->statements);
  return result;
}

void Parse(std::string_view text, const QueryOptions& options, ParsedTextPtr parsed, Clock::time_point begin,
           PreparedText* result) {
  if (parsed == nullptr) {
    std::vector<Diagnostic> diagnostics;
    parsed = ReadText(text, options, &diagnostics);
    if (parsed == nullptr) return Fail(std::move(diagnostics), result);
    if (IsExplained(parsed->statements)) result->times.parse = Microseconds(begin);
  }
  result->prepared.resize(parsed->statements.size());
  result->parsed = parsed;
  result->statements = Statements(parsed, &parsed->statements);
  if (parsed->parameters.empty() && options.parameters.empty() && options.lists.empty()) return;
  auto replaced = std::make_shared<std::vector<grammar::Statement>>();
  const size_t most_bytes = options.max_text_bytes - std::min(options.max_text_bytes, text.size());
  grammar::Parameters parameters({options.parameters, options.lists}, most_bytes, options.max_terms);
  for (size_t i = 0; i < parsed->statements.size(); ++i) {
    replaced->push_back(grammar::Clone(parsed->statements[i]));
    parameters.Replace(&replaced->back(), &result->prepared[i].diagnostics);
  }
  if (auto unused = parameters.Unused()) result->prepared[0].diagnostics.push_back(*std::move(unused));
  result->statements = std::move(replaced);
}

absl::Status Bind(const PipelineContext& context, PreparedText* text) {
  const StageTimer timer(IsExplained(*text->statements));
  TextBinder binder(context);
  int wrong = 0;  // statements with errors
  for (size_t i = 0; i < text->prepared.size(); ++i) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    PreparedStatement& prepared = text->prepared[i];
    // After many wrong statements, the mistakes of further ones do not help.
    if (!HasErrors(prepared.diagnostics) && wrong < bind::Reporter::kMaxErrors) {
      if (absl::Status status = binder.Bind((*text->statements)[i], &prepared); !status.ok()) return status;
    }
    wrong += HasErrors(prepared.diagnostics) ? 1 : 0;
  }
  text->times.bind = timer.Microseconds();
  return absl::OkStatus();
}

void Plan(const PipelineContext& context, PreparedText* text) {
  const auto plans_of = [&](const bind::ConditionPtr& where, const bind::ConditionPtr& persons) {
    Plans plans;
    if (where != nullptr) plans.where = plan::MakePlan(*where, context.without_passes);
    if (persons != nullptr) plans.persons = plan::MakePlan(*persons, context.without_passes);
    return plans;
  };
  for (PreparedStatement& prepared : text->prepared) {
    bind::Query& query = prepared.query;
    const bool explained = query.explain != grammar::Statement::Explain::kNo;
    const StageTimer timer(explained);
    prepared.plans = plans_of(query.where, query.persons);
    // Counts and lists need only their plans; other statements read the conditions as well.
    const bool has_all = query.kind == bind::Query::Kind::kCount || query.kind == bind::Query::Kind::kList;
    if (has_all && !explained) {
      query.where.reset();
      query.persons.reset();
    }
    for (const bind::Variant& variant : query.variants) {
      prepared.variants.push_back(plans_of(variant.where, variant.persons));
      if (variant.open != nullptr) {
        prepared.variants.back().open = plan::MakePlan(*variant.open, context.without_passes);
      }
    }
    prepared.plan_microseconds = timer.Microseconds();
  }
}

bool IsReusable(const PreparedText& text) {
  // Notes for which there was no time are looked for when the text is asked again.
  const auto has_left_notes = [](const PreparedStatement& prepared) {
    return std::any_of(prepared.diagnostics.begin(), prepared.diagnostics.end(),
                       [](const Diagnostic& said) { return said.code == "notes-incomplete"; });
  };
  if (std::any_of(text.prepared.begin(), text.prepared.end(), has_left_notes)) return false;
  return std::none_of(text.statements->begin(), text.statements->end(), [](const grammar::Statement& statement) {
    // Definitions change the catalogue, and an explanation shows how long its stages took this time.
    return statement.explain != grammar::Statement::Explain::kNo ||
           std::holds_alternative<grammar::Define>(statement.query) ||
           std::holds_alternative<grammar::Drop>(statement.query);
  });
}

}  // namespace muster::api
