#include "serve/native/native_service.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string_view>

#include "muster/names.h"
#include "serve/beacon/criteria.h"
#include "serve/http/budget_exhausted.h"
#include "serve/http/respond.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr size_t kMaxTerms = 200;
constexpr std::string_view kExplain = "explain ";

Json CellJson(const Cell& cell) {
  if (const auto* integer = std::get_if<int64_t>(&cell)) return *integer;
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* released = std::get_if<Number>(&cell)) {
    Json json = {{"value", released->value.has_value() ? Json(*released->value) : Json(nullptr)},
                 {"kind", NameOf(released->kind)}};
    if (released->typical.has_value()) json["typical"] = *released->typical;
    if (released->low.has_value()) json["low"] = *released->low;
    if (released->high.has_value()) json["high"] = *released->high;
    return json;
  }
  return nullptr;
}

Json RowJson(const std::vector<Cell>& row) {
  Json json = Json::array();
  for (const Cell& cell : row) json.push_back(CellJson(cell));
  return json;
}

/// Statements that name single people, or quote their records, are not answered over HTTP. By their canonical text.
bool TellsOfSinglePeople(std::string_view statement) {
  for (const std::string_view begin : {"list ", "show imports", "show unknown"}) {
    if (statement.starts_with(begin)) return true;
  }
  return false;
}

constexpr std::string_view kSinglePeople =
    "statements that name single people, or quote their records, are not answered here";

/// Whether the tier does not allow such a statement.
bool RefusesSinglePeople(const Diagnostic& diagnostic, const std::string& text) {
  return diagnostic.code == "not-offered" && diagnostic.begin < text.size() &&
         TellsOfSinglePeople(ToLower(std::string_view(text).substr(diagnostic.begin)));
}

absl::StatusOr<std::map<std::string, std::string>> TextsOf(const Json& body, const char* name) {
  std::map<std::string, std::string> texts;
  const Json* member = Member(body, name);
  if (member == nullptr || member->is_null()) return texts;
  if (!member->is_object()) return absl::InvalidArgumentError(Concat(name, " is an object of texts"));
  for (const auto& [key, value] : member->items()) {
    if (value.is_number()) {
      texts[key] = value.dump();
    } else if (value.is_string()) {
      texts[key] = value.get<std::string>();
    } else {
      return absl::InvalidArgumentError(Concat(name, " is an object of texts"));
    }
  }
  return texts;
}

/// The body as an object that has `known` members at most, or why not.
absl::StatusOr<Json> ReadObject(const HttpRequest& request, std::initializer_list<std::string_view> known) {
  absl::StatusOr<Json> body = ParseJson(request.body);
  if (!body.ok()) {
    return absl::InvalidArgumentError(Concat("the body cannot be read: ", std::string(body.status().message())));
  }
  if (!body->is_object()) return absl::InvalidArgumentError("the body is a JSON object");
  for (const auto& [name, value] : body->items()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    return absl::InvalidArgumentError(Concat("the member \"", Shorten(name, 100), "\" of the body is not known"));
  }
  return body;
}

HttpResponse Problem(const absl::Status& status) {
  const HttpError error = ErrorOf(status);
  return ProblemResponse(error.status, error.message, error.wait);
}

HttpResponse Mistakes(int status, std::string_view detail, const std::vector<Diagnostic>& diagnostics) {
  HttpResponse response = ProblemResponse(status, detail);
  Json body = {{"type", "about:blank"},
               {"title", ReasonOf(status)},
               {"status", status},
               {"detail", detail},
               {"diagnostics", DiagnosticsJson(diagnostics)}};
  response.body = WriteJson(body);
  return response;
}

}  // namespace

Json DiagnosticsJson(const std::vector<Diagnostic>& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& one : diagnostics) {
    list.push_back({{"severity", NameOf(one.severity)},
                    {"code", one.code},
                    {"message", one.message},
                    {"begin", one.begin},
                    {"end", one.end},
                    {"hints", one.hints}});
  }
  return list;
}

Json TableJson(const Answer& answer) {
  Json json = Json::object();
  const Table& table = *answer.table;
  Json columns = Json::array();
  for (const Column& column : table.columns) {
    columns.push_back({{"name", column.name}, {"type", NameOf(column.type)}, {"role", NameOf(column.role)}});
  }
  Json rows = Json::array();
  for (const std::vector<Cell>& row : table.rows) rows.push_back(RowJson(row));
  json["columns"] = std::move(columns);
  json["rows"] = std::move(rows);
  if (!table.total.empty()) json["total"] = RowJson(table.total);
  json["labels"] = Json::object();
  for (const auto& [code, label] : table.labels) json["labels"][code] = label;
  json["notes"] = DiagnosticsJson(answer.diagnostics);
  const Provenance& from = table.provenance;
  Json ontologies = Json::array();
  for (const OntologyVersion& one : from.ontologies) ontologies.push_back({{"id", one.id}, {"version", one.version}});
  Json provenance = {
      {"statement", from.statement}, {"ontologies", ontologies}, {"release", from.release}, {"engine", from.engine}};
  if (from.catalogue_version != 0) provenance["catalogue_version"] = from.catalogue_version;
  if (!from.epoch.empty()) provenance["epoch"] = from.epoch;
  if (!from.ledger.empty()) provenance["ledger"] = from.ledger;
  if (!from.note.empty()) provenance["note"] = from.note;
  json["provenance"] = std::move(provenance);
  return json;
}

HttpResponse NativeService::Answer(const HttpRequest& request, const Target& target, std::span<const std::string> path,
                                   const Caller& caller) const {
  const bool post = request.method == "POST";
  const std::string_view first = path.empty() ? std::string_view() : std::string_view(path[0]);
  const bool asks = path.size() == 1 && (first == "query" || first == "check" || first == "complete");
  // A question may be about a dataset for which the caller has another tier.
  const bool closed = !GivesTables(caller.tier) && (first != "query" || !GivesTables(Tier::kControlled));
  if (closed && first != "me") return ProblemResponse(403, "callers of this tier are not answered with tables");
  if (asks) {
    if (!post) {
      HttpResponse response = ProblemResponse(405, "this is asked by POST");
      response.headers.emplace_back("Allow", "POST");
      return response;
    }
    if (!IsJsonBody(request)) return ProblemResponse(415, "the body has to be application/json");
    if (first == "query") return Query(request, caller);
    return first == "check" ? Check(request, caller) : Complete(request, caller);
  }
  const bool known =
      (path.size() == 2 && first == "describe") || (path.size() == 1 && (first == "terms" || first == "me"));
  if (!known) return ProblemResponse(404, "there is no such endpoint");
  if (post) {
    HttpResponse response = ProblemResponse(405, "this is asked by GET");
    response.headers.emplace_back("Allow", "GET");
    return response;
  }
  if (first == "me") return Me(caller);
  Question question;
  question.gone = request.gone.get_token();
  question.deadline = std::chrono::milliseconds(settings_.limits.question_ms);
  if (first == "describe") {
    const std::string& name = path[1];
    const bool plain = name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
                       });
    if (!plain || Trim(name).empty()) return ProblemResponse(404, "there is no such entity");
    question.text = "describe " + name;
    return Ask(caller, question);
  }
  std::string like;
  size_t limit = 20;
  std::set<std::string_view> said;
  for (const auto& [name, value] : target.query) {
    if (!said.insert(name).second) return ProblemResponse(400, "a parameter is there twice");
    if (name == "like") {
      like = value;
    } else if (name == "limit" && ParseInteger<size_t>(value).has_value()) {
      limit = std::clamp<size_t>(*ParseInteger<size_t>(value), 1, kMaxTerms);
    } else {
      return ProblemResponse(400, "the parameters are like and limit");
    }
  }
  const bool plain = std::all_of(like.begin(), like.end(), [](char c) { return static_cast<unsigned char>(c) >= ' '; });
  if (like.empty() || like.size() > 200 || !plain) return ProblemResponse(400, "like needs some letters of a name");
  question.text = Concat("terms like ", Quote(like), " limit ", limit);
  return Ask(caller, question);
}

HttpResponse NativeService::Ask(const Caller& caller, const Question& question) const {
  const HeldAnswers held = node_.Ask(caller, question);
  HttpResponse response = Respond(caller, question, held.answers);
  response.timing = held.timing;
  return response;
}

HttpResponse NativeService::Respond(const Caller& caller, const Question& question,
                                    const absl::StatusOr<std::vector<muster::Answer>>& answers) const {
  if (absl::IsNotFound(answers.status()) && !question.ontologies.empty()) {
    return ProblemResponse(400, "ontologies names a version that is not loaded; show ontologies lists those that are");
  }
  if (absl::IsFailedPrecondition(answers.status()) && node_.IsExact(node_.TierFor(caller, question.dataset))) {
    return ProblemResponse(403, "the catalogue is open for reading only: cohorts are neither saved nor dropped here");
  }
  if (!answers.ok()) return Problem(answers.status());
  std::vector<Diagnostic> errors;
  for (const muster::Answer& answer : *answers) {
    if (answer.table.has_value() && TellsOfSinglePeople(answer.table->provenance.statement)) {
      return ProblemResponse(403, kSinglePeople);
    }
    for (const Diagnostic& one : answer.diagnostics) {
      if (one.code == "budget-used-up") return Problem(BudgetExhausted(one));
      if (one.code == "deadline") return ProblemResponse(504, "the question takes too long");
      if (one.code == "cancelled") return ProblemResponse(503, "the question was cancelled");
      if (RefusesSinglePeople(one, question.text)) return ProblemResponse(403, kSinglePeople);
      if (one.severity == Severity::kError) errors.push_back(one);
    }
  }
  if (!errors.empty()) return Mistakes(422, "the text has mistakes", errors);
  Json list = Json::array();
  for (const muster::Answer& answer : *answers) {
    if (!answer.table.has_value()) return ProblemResponse(500, "the question could not be answered");
    list.push_back(TableJson(answer));
  }
  return JsonResponse(200, {{"answers", list}});
}

HttpResponse NativeService::Query(const HttpRequest& request, const Caller& caller) const {
  absl::StatusOr<Json> body =
      ReadObject(request, {"text", "parameters", "ontologies", "deadline_ms", "catalogue_version", "dataset"});
  if (!body.ok()) return Problem(body.status());
  Question question;
  question.text = TextMember(*body, "text");
  if (Trim(question.text).empty()) return ProblemResponse(400, "text is missing: the question");
  absl::StatusOr<std::map<std::string, std::string>> parameters = TextsOf(*body, "parameters");
  if (!parameters.ok()) return Problem(parameters.status());
  absl::StatusOr<std::map<std::string, std::string>> ontologies = TextsOf(*body, "ontologies");
  if (!ontologies.ok()) return Problem(ontologies.status());
  question.parameters = *std::move(parameters);
  question.ontologies = *std::move(ontologies);
  uint64_t deadline = settings_.limits.question_ms;
  if (const Json* given = Member(*body, "deadline_ms"); given != nullptr && !given->is_null()) {
    if (!given->is_number_unsigned()) return ProblemResponse(400, "deadline_ms is a whole number");
    deadline = std::clamp<uint64_t>(given->get<uint64_t>(), 1, settings_.limits.native_ms);
  }
  if (const Json* version = Member(*body, "catalogue_version"); version != nullptr && !version->is_null()) {
    if (!version->is_number_unsigned()) return ProblemResponse(400, "catalogue_version is a whole number");
    if (!node_.IsExact(caller.tier) || version->get<uint64_t>() != node_.version()) {
      return ProblemResponse(409, "this version of the catalogue is not the one that is answered from");
    }
  }
  question.deadline = std::chrono::milliseconds(deadline);
  question.gone = request.gone.get_token();
  if (const Json* dataset = Member(*body, "dataset"); dataset != nullptr && !dataset->is_null()) {
    if (!dataset->is_string()) return ProblemResponse(400, "dataset is a text");
    question.dataset = dataset->get<std::string>();
    if (node_.TierFor(caller, question.dataset) != Tier::kControlled) {
      return ProblemResponse(403, "this caller has no grant for the dataset; leave the member out");
    }
    if (node_.IsExact(Tier::kControlled) && !node_.IsExact(caller.tier)) {
      return ProblemResponse(403, "texts are not answered exactly within one dataset; the Beacon is");
    }
  }
  if (!GivesTables(node_.TierFor(caller, question.dataset))) {
    return ProblemResponse(403, "callers of this tier are not answered with tables");
  }
  return Ask(caller, question);
}

HttpResponse NativeService::Check(const HttpRequest& request, const Caller& caller) const {
  absl::StatusOr<Json> body = ReadObject(request, {"text", "parameters"});
  if (!body.ok()) return Problem(body.status());
  absl::StatusOr<std::map<std::string, std::string>> parameters = TextsOf(*body, "parameters");
  if (!parameters.ok()) return Problem(parameters.status());
  Question question;
  question.text = Concat(kExplain, TextMember(*body, "text"));
  question.parameters = *std::move(parameters);
  question.gone = request.gone.get_token();
  question.deadline = std::chrono::milliseconds(settings_.limits.question_ms);
  // Of the text as it is asked: what cannot be read by itself may be read behind the word.
  if (node_.StatementsIn(question.text) > 1) return ProblemResponse(400, "one statement is checked at a time");
  const HeldAnswers held = node_.Ask(caller, question);
  HttpResponse response = Checked(held.answers);
  response.timing = held.timing;
  return response;
}

HttpResponse NativeService::Checked(const absl::StatusOr<std::vector<muster::Answer>>& answers) const {
  if (!answers.ok()) return Problem(answers.status());
  std::vector<Diagnostic> diagnostics;
  for (const muster::Answer& answer : *answers) {
    for (Diagnostic one : answer.diagnostics) {
      if (one.code == "budget-used-up") return Problem(BudgetExhausted(one));
      one.begin -= std::min(one.begin, kExplain.size());
      one.end -= std::min(one.end, kExplain.size());
      diagnostics.push_back(std::move(one));
    }
  }
  return JsonResponse(200, {{"diagnostics", DiagnosticsJson(diagnostics)}});
}

HttpResponse NativeService::Complete(const HttpRequest& request, const Caller& caller) const {
  absl::StatusOr<Json> body = ReadObject(request, {"text", "cursor"});
  if (!body.ok()) return Problem(body.status());
  const std::string text = TextMember(*body, "text");
  const Json* cursor = Member(*body, "cursor");
  if (text.size() > 10'000) return ProblemResponse(413, "the text is too long to be completed");
  if (cursor != nullptr && (!cursor->is_number_unsigned() || cursor->get<uint64_t>() > text.size())) {
    return ProblemResponse(400, "cursor is a number of bytes within the text");
  }
  const Completions found =
      node_.Complete(caller, text, cursor == nullptr ? text.size() : static_cast<size_t>(cursor->get<uint64_t>()));
  Json items = Json::array();
  for (const Completion& item : found.items) {
    items.push_back({{"text", item.text}, {"description", item.description}});
  }
  return JsonResponse(200, {{"begin", found.begin}, {"items", items}});
}

bool NativeService::GivesTables(Tier tier) const {
  const TierSettings& settings = node_.SettingsOf(tier);
  return settings.tables && !(node_.IsExact(tier) && settings.granularity == Granularity::kBoolean);
}

HttpResponse NativeService::Me(const Caller& caller) const {
  const TierSettings& tier = node_.SettingsOf(caller.tier);
  Json datasets = Json::array();
  for (const std::string& dataset : caller.grants) datasets.push_back(dataset);
  return JsonResponse(200, {{"tier", NameOf(caller.tier)},
                            {"granularity", NameOf(tier.granularity)},
                            {"numbers", node_.IsExact(caller.tier) ? "exact" : "released"},
                            {"tables", GivesTables(caller.tier)},
                            {"grants", datasets},
                            {"beacon", {{"id", settings_.beacon.id}, {"name", settings_.beacon.name}}},
                            {"network", false}});
}

}  // namespace muster::serve
