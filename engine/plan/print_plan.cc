// The printed form of plans, for `explain` and golden tests.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "engine/model/time/time.h"
#include "engine/plan/plan.h"

namespace muster::plan {
namespace {

std::string Name(model::Entity entity) { return std::string(model::Info(entity).name); }

std::string PostingsText(const Node& node, const model::SymbolList* in_use) {
  const model::Field& field = model::Info(node.field);
  std::string which;
  if (node.posting_kinds.size() == 1) {
    switch (node.posting_kinds[0]) {
      case model::PostingKind::kObservedRows:
        which = model::Info(field.entity).polar ? "observed " : "";
        break;
      case model::PostingKind::kExcludedRows:
        which = "excluded ";
        break;
      case model::PostingKind::kObservedIndividuals:
        which = absl::StrCat("individuals by ", model::Info(field.entity).polar ? "observed " : "");
        break;
      case model::PostingKind::kExcludedIndividuals:
        which = "individuals by excluded ";
        break;
      case model::PostingKind::kRows:
        break;
    }
  }
  const std::string name = absl::StrCat(Name(field.entity), " ", std::string(field.name));
  if (node.symbols == nullptr) return absl::StrCat("postings: ", which, name, " recorded");
  const size_t codes = bind::CountInUse(*node.symbols, in_use);
  return absl::StrCat("postings: ", which, name, " ", node.label, " (", codes, codes == 1 ? " code)" : " codes)");
}

}  // namespace

std::string LineOf(const Node& node, const model::SymbolList* in_use) {
  switch (node.op) {
    case Op::kNone:
      return absl::StrCat("no ", Name(node.entity));
    case Op::kAll:
      return absl::StrCat("every ", Name(node.entity));
    case Op::kPostings:
      return PostingsText(node, in_use);
    case Op::kRange: {
      bind::Condition range;
      range.kind = bind::Condition::Kind::kRange;
      range.entity = node.entity;
      range.field = node.field;
      range.part = node.part;
      range.low = node.low;
      range.high = node.high;
      std::string text = bind::Print(range);
      text.pop_back();  // the line break
      return absl::StrCat("range: ", text);
    }
    case Op::kAnd:
      return "and";
    case Op::kOr:
      return "or";
    case Op::kNot:
      return absl::StrCat("not, of every ", Name(node.entity));
    case Op::kAtLeast:
      return absl::StrCat("at least ", node.count, " of");
    case Op::kToParent:
      return absl::StrCat("to parent: ", Name(node.inputs[0]->entity), " to ", Name(node.entity),
                          node.count > 1 || node.distinct ? absl::StrCat(", at least ", node.count) : "",
                          node.distinct ? " distinct" : "",
                          node.dates > 0 ? absl::StrCat(", at least ", node.dates, " distinct days") : "",
                          node.slot == bind::kThisRow ? "" : absl::StrCat(", named #", node.slot));
    case Op::kToChild:
      return absl::StrCat("to child: ", Name(node.inputs[0]->entity), " to ", Name(node.entity));
    case Op::kPick:
      return absl::StrCat("the ", node.last ? "last" : "first", " ", Name(node.entity), " of each ", Name(node.above));
    case Op::kTimes:
    case Op::kNumbers:
    case Op::kOverlap: {
      bind::Condition times;
      times.kind = node.op == Op::kTimes     ? bind::Condition::Kind::kTimes
                   : node.op == Op::kNumbers ? bind::Condition::Kind::kNumbers
                                             : bind::Condition::Kind::kOverlap;
      times.factor = node.factor;
      times.entity = node.entity;
      times.left = node.left;
      times.right = node.right;
      times.time_relation = node.time_relation;
      times.distance = node.distance;
      times.possibly = node.possibly;
      times.unknown = node.unknown;
      std::string text = bind::Print(times);
      text.pop_back();  // the line break
      return absl::StrCat(node.op == Op::kNumbers ? "numbers: " : "times: ", text);
    }
    case Op::kEvents:
      return "row by row, of rows that are named";
    case Op::kNamed:
      return absl::StrCat("#", node.slot, " in");
    case Op::kRelative:
      return absl::StrCat("at least ", node.count, " related so, of every family");
    case Op::kPersons:
      return "all records of these persons, of every dataset";
  }
  return "";
}

namespace {

void Visit(const Node& node, int depth, const model::SymbolList* in_use,
           std::vector<std::pair<int, std::string>>* lines) {
  lines->emplace_back(depth, LineOf(node, in_use));
  for (const NodePtr& input : node.inputs) Visit(*input, depth + 1, in_use, lines);
}

}  // namespace

std::vector<std::pair<int, std::string>> Describe(const Plan& plan, const model::SymbolList* in_use) {
  std::vector<std::pair<int, std::string>> lines;
  Visit(*plan.root, 0, in_use, &lines);
  return lines;
}

std::string Print(const Plan& plan, const std::vector<std::string>* notes, const model::SymbolList* in_use) {
  std::string out;
  size_t id = 0;
  for (const auto& [depth, text] : Describe(plan, in_use)) {
    absl::StrAppend(&out, std::string(static_cast<size_t>(depth) * 2, ' '), text);
    if (notes != nullptr && id < notes->size()) absl::StrAppend(&out, "  ", (*notes)[id]);
    out += "\n";
    ++id;
  }
  return out;
}

}  // namespace muster::plan
