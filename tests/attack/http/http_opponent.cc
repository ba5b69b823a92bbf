#include "tests/attack/http/http_opponent.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "muster/names.h"
#include "serve/json/json.h"

namespace muster::attack {
namespace {

using serve::Json;

std::optional<int64_t> Whole(const Json& object, const char* name) {
  const Json* member = serve::Member(object, name);
  return member != nullptr && member->is_number_integer() ? std::optional(member->get<int64_t>()) : std::nullopt;
}

Cell CellOf(const Json& json) {
  if (json.is_number_integer()) return json.get<int64_t>();
  if (json.is_number()) return json.get<double>();
  if (json.is_string()) return json.get<std::string>();
  if (!json.is_object()) return std::monostate();
  const std::string kind = serve::TextMember(json, "kind");
  Number number;
  number.kind = kind == "exact"        ? Number::Kind::kExact
                : kind == "rounded"    ? Number::Kind::kRounded
                : kind == "perturbed"  ? Number::Kind::kPerturbed
                : kind == "suppressed" ? Number::Kind::kSuppressed
                                       : Number::Kind::kWithheld;
  number.value = Whole(json, "value");
  number.low = Whole(json, "low");
  number.high = Whole(json, "high");
  number.typical = Whole(json, "typical");
  return number;
}

std::vector<Diagnostic> DiagnosticsOf(const Json* list) {
  std::vector<Diagnostic> diagnostics;
  if (list == nullptr || !list->is_array()) return diagnostics;
  for (const Json& one : *list) {
    Diagnostic diagnostic;
    const std::string severity = serve::TextMember(one, "severity");
    diagnostic.severity = severity == "error"     ? Severity::kError
                          : severity == "warning" ? Severity::kWarning
                                                  : Severity::kNote;
    diagnostic.code = serve::TextMember(one, "code");
    diagnostic.message = serve::TextMember(one, "message");
    diagnostic.begin = static_cast<size_t>(Whole(one, "begin").value_or(0));
    diagnostic.end = static_cast<size_t>(Whole(one, "end").value_or(0));
    if (const Json* hints = serve::Member(one, "hints"); hints != nullptr) {
      for (const Json& hint : *hints) diagnostic.hints.push_back(hint.get<std::string>());
    }
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

Answer AnswerOf(const Json& json) {
  Answer answer;
  answer.diagnostics = DiagnosticsOf(serve::Member(json, "notes"));
  Table table;
  for (const Json& column : json.at("columns")) {
    Column& added = table.columns.emplace_back();
    added.name = serve::TextMember(column, "name");
    for (const ColumnType type : {ColumnType::kInteger, ColumnType::kNumber}) {
      if (serve::TextMember(column, "type") == NameOf(type)) added.type = type;
    }
    for (const ColumnRole role : {ColumnRole::kKey, ColumnRole::kPeople, ColumnRole::kRows, ColumnRole::kDifference}) {
      if (serve::TextMember(column, "role") == NameOf(role)) added.role = role;
    }
  }
  const auto row_of = [](const Json& cells) {
    std::vector<Cell> row;
    for (const Json& cell : cells) row.push_back(CellOf(cell));
    return row;
  };
  for (const Json& row : json.at("rows")) table.rows.push_back(row_of(row));
  if (const Json* total = serve::Member(json, "total"); total != nullptr) table.total = row_of(*total);
  for (const auto& [code, label] : json.at("labels").items()) table.labels[code] = label.get<std::string>();
  answer.table = std::move(table);
  return answer;
}

}  // namespace

std::pair<int, std::string> HttpOpponent::Post(const std::string& path, const std::string& body) const {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string received;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
    const std::string request = absl::StrCat(
        "POST ", path, " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n",
        "Content-Length: ", body.size(), "\r\n\r\n", body);
    for (size_t sent = 0; sent < request.size();) {
      const ssize_t wrote = ::send(socket, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
      if (wrote <= 0) break;
      sent += static_cast<size_t>(wrote);
    }
    char buffer[65'536];
    for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof(buffer), 0)) > 0;) {
      received.append(buffer, static_cast<size_t>(got));
    }
  }
  ::close(socket);
  const size_t head = received.find("\r\n\r\n");
  if (head == std::string::npos || received.size() < 12) return {0, ""};
  return {std::stoi(received.substr(9, 3)), received.substr(head + 4)};
}

absl::StatusOr<std::vector<Answer>> HttpOpponent::Ask(const std::string& text) {
  const auto [status, body] = Post("/v1/query", serve::WriteJson({{"text", text}}));
  const absl::StatusOr<Json> json = serve::ParseJson(body);
  if (!json.ok()) return absl::UnavailableError(absl::StrCat(status, " ", body));
  if (status == 200) {
    std::vector<Answer> answers;
    for (const Json& one : json->at("answers")) answers.push_back(AnswerOf(one));
    return answers;
  }
  std::vector<Diagnostic> diagnostics = DiagnosticsOf(serve::Member(*json, "diagnostics"));
  if (diagnostics.empty()) return absl::PermissionDeniedError(absl::StrCat(status, " ", body));
  return std::vector<Answer>{{std::nullopt, std::move(diagnostics)}};
}

Seen HttpOpponent::Count(const std::string& where) {
  const std::string text = "count individuals where " + where;
  const auto answers = Ask(text);
  Seen seen{std::nullopt, Render("", answers)};
  if (!answers.ok()) ADD_FAILURE() << text << "\n" << seen.all;
  if (!answers.ok() || answers->empty()) return seen;
  if (const std::optional<Table>& table = answers->front().table; table.has_value()) {
    const auto* number = std::get_if<Number>(&table->rows.at(0).at(0));
    EXPECT_NE(number, nullptr) << "an exact number for a guest: " << text;
    if (number != nullptr) seen.value = number->value;
    return seen;
  }
  // What is said of a mistake shows the text.
  seen.all.clear();
  for (const Diagnostic& one : answers->front().diagnostics) absl::StrAppend(&seen.all, "[", one.code, "]");
  return seen;
}

std::string HttpOpponent::Completed(const std::string& text) {
  std::string all;
  for (size_t cursor = 0; cursor <= text.size(); ++cursor) {
    const auto [status, body] = Post("/v1/complete", serve::WriteJson({{"text", text}, {"cursor", cursor}}));
    const absl::StatusOr<Json> json = serve::ParseJson(body);
    if (status != 200 || !json.ok()) {
      ADD_FAILURE() << status << " " << body;
      continue;
    }
    for (const Json& item : json->at("items")) {
      absl::StrAppend(&all, cursor, ": ", serve::TextMember(item, "text"), " (", serve::TextMember(item, "description"),
                      ")\n");
    }
  }
  return all;
}

}  // namespace muster::attack
