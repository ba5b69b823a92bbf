#include <algorithm>
#include <string>

#include "muster/names.h"
#include "nlohmann/json.hpp"
#include "shell/output/format.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

using Json = nlohmann::ordered_json;

Json DiagnosticJson(std::string_view text, const Diagnostic& diagnostic) {
  const size_t begin = std::min(diagnostic.begin, text.size());
  const std::string_view before = text.substr(0, begin);
  const size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  size_t column = 1;
  for (const char c : before.substr(line_begin)) column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return {{"severity", NameOf(diagnostic.severity)},
          {"code", diagnostic.code},
          {"message", diagnostic.message},
          {"begin", begin},
          {"end", std::min(std::max(diagnostic.end, begin), text.size())},
          {"line", 1 + std::count(before.begin(), before.end(), '\n')},
          {"column", column},
          {"hints", diagnostic.hints}};
}

std::string Dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string DiagnosticsMember(std::string_view text, const std::vector<Diagnostic>& diagnostics) {
  std::string out = "\"diagnostics\":[";
  for (size_t i = 0; i < diagnostics.size(); ++i) {
    out += i > 0 ? ",\n" : "\n";
    out += Dumped(DiagnosticJson(text, diagnostics[i]));
  }
  return out + "\n]";
}

std::string AnswerJson(std::string_view text, const Answer& answer) {
  if (!answer.table.has_value()) return Concat("{", DiagnosticsMember(text, answer.diagnostics), "}");
  std::string out = RenderJson(*answer.table);
  if (!answer.diagnostics.empty()) {
    out.pop_back();
    Append(out, ",\n", DiagnosticsMember(text, answer.diagnostics), "}");
  }
  return out;
}

}  // namespace

std::string RenderJsonAnswers(std::string_view text, const std::vector<Answer>& answers) {
  if (answers.size() == 1) return AnswerJson(text, answers[0]) + "\n";
  std::string out = "[\n";
  for (size_t i = 0; i < answers.size(); ++i) {
    if (i > 0) out += ",\n";
    out += AnswerJson(text, answers[i]);
  }
  return out + "\n]\n";
}

std::string RenderJsonFailure(std::string_view message) {
  return Dumped(Json{{"failure", std::string(message)}}) + "\n";
}

}  // namespace muster::shell
