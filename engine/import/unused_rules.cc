#include "engine/import/unused_rules.h"

#include <algorithm>

#include "engine/import/record/remarks.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kUnused{
    ImportProblem::Kind::kNote, "rule or field of the mapping that found nothing in the whole import",
    "nothing, if the source has none of it; else see whether the path and the values of \"when\" are as the source "
    "writes them: what the rule is for is not recorded of anybody"};

std::string PointerOf(const Steps& steps) {
  std::string pointer;
  for (const std::string& step : steps) pointer.append("/").append(step);
  return pointer;
}

// "/test is \"CREA\""
std::string ShowWhen(const RowRule& rule) {
  std::string text;
  for (const Condition& condition : rule.when) {
    text.append(text.empty() ? "" : " and ").append(PointerOf(condition.steps));
    for (size_t i = 0; i < condition.values.size(); ++i) {
      text.append(i == 0 ? " is \"" : " or \"").append(condition.values[i]).append("\"");
    }
    if (condition.values.empty()) text.append(" says that it is there");
  }
  return text;
}

class Unused {
 public:
  Unused(const std::vector<std::string>& not_read, Reporter& reporter) : not_read_(not_read), reporter_(reporter) {}

  void OfIndividual(const FieldRule& rule) {
    if (rule.constant || rule.found->load(std::memory_order_relaxed) || IsOfTableNotRead(rule.steps)) return;
    const std::string_view name = model::Info(rule.field).name;
    Say(Concat({"individual: ", name}), PointerOf(rule.steps), "no record has a value there");
  }

  void OfRows(const RowRule& rule) {
    if (IsOfTableNotRead(rule.from)) return;
    const std::string name =
        Concat({model::Info(rule.entity).name, rule.when.empty() ? "" : ", when ", ShowWhen(rule)});
    const std::string from = PointerOf(rule.from);
    if (!rule.reached->load(std::memory_order_relaxed)) return Say(name, from, "no record has anything there");
    if (!rule.applied->load(std::memory_order_relaxed)) {
      return Say(name, from, Concat({"of what stands there, nothing is taken by \"when\": ", ShowWhen(rule)}));
    }
    if (!rule.made->load(std::memory_order_relaxed)) {
      return Say(name, from, "what stands there makes no row: all of it is empty, or says that it was not there");
    }
    for (const FieldRule& field : rule.fields) {
      if (field.constant || field.found->load(std::memory_order_relaxed)) continue;
      const std::string_view what = field.excluded     ? "excluded"
                                    : field.comparator ? "comparator"
                                                       : model::Info(field.field).name;
      Say(Concat({name, ": ", what}), Concat({from, PointerOf(field.steps)}),
          "nothing that the rule takes has a value there");
    }
  }

 private:
  bool IsOfTableNotRead(const Steps& steps) const {
    return !steps.empty() && std::find(not_read_.begin(), not_read_.end(), steps.front()) != not_read_.end();
  }
  void Say(const std::string& rule, const std::string& place, const std::string& why) {
    reporter_.Report(kUnused, place, rule, Concat({"\"", rule, "\": ", why}));
  }

  const std::vector<std::string>& not_read_;
  Reporter& reporter_;
};

}  // namespace

void ReportUnusedRules(const Mapping& mapping, const std::vector<std::string>& not_read, Reporter& reporter) {
  if (reporter.report().records == 0) return;
  reporter.ReturnTo({}, 0);
  Unused unused(not_read, reporter);
  for (const FieldRule& rule : mapping.individual()) unused.OfIndividual(rule);
  for (const auto& rule : mapping.rules()) unused.OfRows(*rule);
}

}  // namespace muster::import
