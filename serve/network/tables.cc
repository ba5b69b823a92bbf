#include "serve/network/tables.h"

#include <algorithm>
#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "muster/names.h"
#include "muster/table.h"
#include "serve/http/respond.h"
#include "serve/network/amount.h"
#include "serve/network/count_member.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr size_t kMaxNotesOfTable = 100;
constexpr size_t kMaxTextBytes = 2'000;
constexpr std::string_view kNotAdded =
    "a network adds up count, funnel and impact, without having and top; ask its nodes for anything else";

std::optional<ColumnRole> AddableRoleOf(const Json& column) {
  for (const ColumnRole role : {ColumnRole::kKey, ColumnRole::kPeople, ColumnRole::kRows, ColumnRole::kDifference}) {
    if (TextMember(column, "role") == NameOf(role)) return role;
  }
  return std::nullopt;
}

/// What the columns of an answer say: keys, and behind them counts and their differences. nullopt: there is something
/// else, which cannot be added.
std::optional<std::vector<ColumnRole>> RolesOf(const Json& answer) {
  std::vector<ColumnRole> roles;
  for (const Json& column : answer["columns"]) {
    const std::optional<ColumnRole> role = AddableRoleOf(column);
    if (!role.has_value()) return std::nullopt;
    if (*role == ColumnRole::kKey && !roles.empty() && roles.back() != ColumnRole::kKey) return std::nullopt;
    roles.push_back(*role);
  }
  if (const Json* total = Member(answer, "total"); total != nullptr) {
    const auto keys = std::count(roles.begin(), roles.end(), ColumnRole::kKey);
    if (!total->is_array() || total->size() + static_cast<size_t>(keys) != roles.size()) return std::nullopt;
  }
  return roles;
}

bool HasTheFormOfATable(const Json& answer) {
  const Json* columns = Member(answer, "columns");
  const Json* rows = Member(answer, "rows");
  const Json* from = Member(answer, "provenance");
  if (from == nullptr || TextMember(*from, "statement").empty()) return false;
  if (columns == nullptr || !columns->is_array() || columns->empty() || rows == nullptr || !rows->is_array())
    return false;
  return std::all_of(rows->begin(), rows->end(),
                     [&](const Json& row) { return row.is_array() && row.size() == columns->size(); });
}

std::string StatementOf(const Json& answer) {
  const Json* from = Member(answer, "provenance");
  return from == nullptr ? std::string() : TextMember(*from, "statement");
}

/// Whether a row that is missing in the answer has no people.
bool IsAnswerExact(const Json& answer) {
  const Json* from = Member(answer, "provenance");
  return from != nullptr && TextMember(*from, "release") == "exact";
}

/// Rows in the order of the nodes': a row that only a later node has comes behind the one before it there.
class Rows {
 public:
  explicit Rows(std::vector<ColumnRole> roles) : roles_(std::move(roles)) {}

  /// False if a cell is not a number of people.
  bool Add(const Json& answer) {
    std::set<std::string> seen;
    auto before = rows_.begin();
    for (const Json& row : answer["rows"]) {
      Row fresh;
      for (size_t i = 0; i < row.size(); ++i) {
        if (roles_[i] == ColumnRole::kKey) {
          fresh.keys.push_back(row[i]);
          continue;
        }
        const std::optional<Amount> amount =
            roles_[i] == ColumnRole::kDifference ? DifferenceOf(row[i]) : AmountOf(row[i]);
        if (!amount.has_value()) return false;
        fresh.amounts.push_back(*amount);
      }
      const std::string key = WriteJson(fresh.keys);
      if (!seen.insert(key).second) return false;
      const auto known = places_.find(key);
      if (known == places_.end()) {
        // Nodes that answered before and lack this row have nobody in it, or do not show it.
        if (others_ > 0) {
          for (Amount& amount : fresh.amounts) amount.Add(all_exact_ ? Amount() : kUnknownAmount);
        }
        const auto place = rows_.insert(before, std::move(fresh));
        places_[key] = place;
        before = std::next(place);
      } else {
        for (size_t i = 0; i < fresh.amounts.size(); ++i) known->second->amounts[i].Add(fresh.amounts[i]);
        before = std::next(known->second);
      }
    }
    const bool exact = IsAnswerExact(answer);
    for (auto& [key, place] : places_) {
      if (seen.contains(key)) continue;
      for (Amount& amount : place->amounts) amount.Add(exact ? Amount() : kUnknownAmount);
    }
    all_exact_ = all_exact_ && exact;
    ++others_;
    return true;
  }

  Json ToJson(bool whole) const {
    Json list = Json::array();
    for (const Row& row : rows_) {
      Json cells = row.keys;
      for (const Amount& amount : row.amounts) cells.push_back(CellOf(amount, roles_[cells.size()], whole));
      list.push_back(std::move(cells));
    }
    return list;
  }

 private:
  struct Row {
    Json keys = Json::array();
    std::vector<Amount> amounts;
  };
  const std::vector<ColumnRole> roles_;
  std::list<Row> rows_;
  std::map<std::string, std::list<Row>::iterator> places_;
  size_t others_ = 0;
  bool all_exact_ = true;
};

/// Whether its numbers can be added; for an answer without keys, whether it has one row.
bool HasNumbers(const Json& answer) {
  const std::optional<std::vector<ColumnRole>> roles = RolesOf(answer);
  if (!roles.has_value() || !IsAddable(StatementOf(answer))) return true;  // nothing of it is added
  const bool keys = std::ranges::find(*roles, ColumnRole::kKey) != roles->end();
  if (!keys && answer["rows"].size() != 1) return false;
  if (!Rows(*roles).Add(answer)) return false;
  const Json* total = Member(answer, "total");
  return total == nullptr || std::ranges::all_of(*total, [](const Json& one) { return AmountOf(one).has_value(); });
}

std::string ShortText(const Json& object, const char* name) { return Shorten(TextMember(object, name), kMaxTextBytes); }

/// A note as it may be passed on. null: it has not the form of one.
Json NoteOf(const Json& sent) {
  if (TextMember(sent, "code").empty() || TextMember(sent, "message").empty()) return nullptr;
  Json note = {{"severity", TextMember(sent, "severity") == "warning" ? "warning" : "note"},
               {"code", ShortText(sent, "code")},
               {"message", ShortText(sent, "message")}};
  for (const char* name : {"begin", "end"}) note[name] = CountMember(sent, name).value_or(0);
  note["hints"] = Json::array();
  if (const Json* hints = Member(sent, "hints"); hints != nullptr && hints->is_array()) {
    for (const Json& hint : *hints) {
      if (hint.is_string()) note["hints"].push_back(Shorten(hint.get_ref<const std::string&>(), kMaxTextBytes));
    }
  }
  return note;
}

Json OntologyOf(const Json& sent) {
  if (TextMember(sent, "id").empty()) return nullptr;
  return {{"id", ShortText(sent, "id")}, {"version", ShortText(sent, "version")}};
}

/// Adds what `list` has and `to` does not, in the form that `read` gives it, as long as it is short.
void AddOthers(const Json* list, Json (*read)(const Json&), Json& to) {
  if (list == nullptr || !list->is_array()) return;
  for (const Json& sent : *list) {
    Json one = read(sent);
    const bool fresh = !one.is_null() && std::find(to.begin(), to.end(), one) == to.end();
    if (fresh && to.size() < kMaxNotesOfTable) to.push_back(std::move(one));
  }
}

void AddLabels(const Json* sent, Json& labels) {
  if (sent == nullptr || !sent->is_object()) return;
  for (const auto& [code, label] : sent->items()) {
    if (label.is_string()) labels[code] = Shorten(label.get_ref<const std::string&>(), kMaxTextBytes);
  }
}

/// What two nodes' answers have to have in common, that their numbers are of the same things.
Json ShapeOf(const Json& answers) {
  Json shape = Json::array();
  for (const Json& answer : answers) shape.push_back({answer["columns"], answer.contains("total")});
  return shape;
}

/// The shape that most of the nodes answer with; of as many, that of the first.
Json CommonShape(const std::vector<NodeReply>& replies) {
  std::vector<std::pair<Json, size_t>> shapes;
  for (const NodeReply& reply : replies) {
    if (reply.outcome != NodeReply::Outcome::kAnswered) continue;
    Json shape = ShapeOf(reply.answer["answers"]);
    const auto known = std::ranges::find(shapes, shape, &std::pair<Json, size_t>::first);
    if (known == shapes.end()) {
      shapes.emplace_back(std::move(shape), 1);
    } else {
      ++known->second;
    }
  }
  const auto most = std::ranges::max_element(shapes, {}, &std::pair<Json, size_t>::second);
  return most == shapes.end() ? Json() : most->first;
}

/// The answers number `at` of the nodes, whose columns are the same. nullopt: their numbers cannot be added.
std::optional<Json> AddUp(const std::vector<const NodeReply*>& answered, size_t at, bool whole) {
  const Json& first = answered[0]->answer["answers"][at];
  const std::optional<std::vector<ColumnRole>> roles = RolesOf(first);
  if (!roles.has_value() || !IsAddable(StatementOf(first))) return std::nullopt;
  Rows rows(*roles);
  std::vector<Amount> totals(first.contains("total") ? first["total"].size() : 0);
  Json labels = Json::object();
  Json notes = Json::array();
  Json ontologies = Json::array();
  bool exact = whole;
  for (const NodeReply* reply : answered) {
    const Json& answer = reply->answer["answers"][at];
    exact = exact && IsAnswerExact(answer);
    if (RolesOf(answer) != roles || !rows.Add(answer)) return std::nullopt;
    for (size_t i = 0; i < totals.size(); ++i) {
      const std::optional<Amount> amount = AmountOf(answer["total"][i]);
      if (!amount.has_value()) return std::nullopt;
      if (reply == answered[0]) {
        totals[i] = *amount;
      } else {
        totals[i].Add(*amount);
      }
    }
    AddLabels(Member(answer, "labels"), labels);
    AddOthers(Member(answer, "notes"), NoteOf, notes);
    AddOthers(Member(answer["provenance"], "ontologies"), OntologyOf, ontologies);
  }
  Json sum = {{"columns", first["columns"]}, {"rows", rows.ToJson(whole)}};
  if (!totals.empty()) {
    sum["total"] = Json::array();
    for (const Amount& total : totals) sum["total"].push_back(CellOf(total, ColumnRole::kRows, whole));
  }
  sum["labels"] = std::move(labels);
  sum["notes"] = std::move(notes);
  sum["provenance"] = {{"statement", StatementOf(first)},
                       {"ontologies", std::move(ontologies)},
                       {"release", exact ? "exact" : "network"},
                       {"engine", TextMember(first["provenance"], "engine")}};
  return sum;
}

/// Where no node has answered.
HttpResponse NobodyAnswered(const std::vector<NodeReply>& replies) {
  const auto all = [&](int code) {
    return std::all_of(replies.begin(), replies.end(), [code](const NodeReply& one) { return one.error_code == code; });
  };
  for (const NodeReply& reply : replies) {
    if (reply.outcome != NodeReply::Outcome::kNotUnderstood) continue;
    HttpResponse response = ProblemResponse(422, "the text has mistakes");
    if (const Json* diagnostics = Member(reply.answer, "diagnostics"); diagnostics != nullptr) {
      Json body = *ParseJson(response.body);
      body["diagnostics"] = *diagnostics;
      response.body = WriteJson(body);
    }
    return response;
  }
  if (!replies.empty() && all(403)) return ProblemResponse(403, "no node answers this caller, or not to such a text");
  if (!replies.empty() && all(429)) return ProblemResponse(429, "no node has any of its budget left for this caller");
  return ProblemResponse(503, "no node of the network answers now");
}

}  // namespace

bool IsAddable(std::string_view statement) {
  const std::string lower = ToLower(statement);
  if (!lower.starts_with("count ") && !lower.starts_with("funnel ") && !lower.starts_with("impact ")) return false;
  // Words outside of quotations.
  std::string word;
  bool quoted = false;
  for (size_t i = 0; i <= lower.size(); ++i) {
    const char c = i < lower.size() ? lower[i] : ' ';
    if (quoted && c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && ((c >= 'a' && c <= 'z') || c == '_' || c == ':')) {
      word.push_back(c);
    } else {
      if (word == "having" || word == "top") return false;
      word.clear();
    }
  }
  return true;
}

NodeReply ReadTablesReply(const std::string& node, int status, std::string_view body) {
  absl::StatusOr<Json> json = ParseJson(body);
  if (status == 422) {
    NodeReply reply = NotUnderstood(node, status, "");
    const Json* diagnostics = json.ok() ? Member(*json, "diagnostics") : nullptr;
    if (diagnostics != nullptr && diagnostics->is_array()) {
      for (const Json& one : *diagnostics) {
        if (reply.error.empty()) reply.error = Shorten(TextMember(one, "message"), 300);
      }
      reply.answer = {{"diagnostics", *diagnostics}};
    }
    return reply;
  }
  if (status == 404) return NoAnswer(node, status, "the node takes no texts");
  if (status != 200) return NoAnswer(node, status, "the node did not answer the question");
  const Json* answers = json.ok() ? Member(*json, "answers") : nullptr;
  if (answers == nullptr || !answers->is_array() || answers->empty()) return BadAnswer(node);
  if (!std::all_of(answers->begin(), answers->end(), HasTheFormOfATable)) return BadAnswer(node);
  if (!std::all_of(answers->begin(), answers->end(), HasNumbers)) return BadAnswer(node);
  return Answered(node, *std::move(json));
}

HttpResponse MergeTables(std::vector<NodeReply> replies) {
  std::vector<const NodeReply*> answered;
  const Json shape = CommonShape(replies);
  for (NodeReply& reply : replies) {
    if (reply.outcome != NodeReply::Outcome::kAnswered) continue;
    if (ShapeOf(reply.answer["answers"]) == shape) {
      answered.push_back(&reply);
    } else {
      reply.outcome = NodeReply::Outcome::kFailed;
      reply.error_code = 502;
      reply.error = "the node answers with another table than others do";
    }
  }
  if (answered.empty()) return NobodyAnswered(replies);
  const bool whole = answered.size() == replies.size();
  Json answers = Json::array();
  for (size_t at = 0; at < answered[0]->answer["answers"].size(); ++at) {
    std::optional<Json> sum = AddUp(answered, at, whole);
    if (!sum.has_value()) return ProblemResponse(422, kNotAdded);
    if (!whole) {
      (*sum)["notes"].push_back({{"severity", "warning"},
                                 {"code", "nodes-missing"},
                                 {"message", "at least: not all nodes have answered"},
                                 {"begin", 0},
                                 {"end", 0},
                                 {"hints", Json::array()}});
    }
    answers.push_back(*std::move(sum));
  }
  return JsonResponse(200, {{"answers", std::move(answers)}, {"network", NodesInfo(replies)}});
}

}  // namespace muster::serve
