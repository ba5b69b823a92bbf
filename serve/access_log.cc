#include "serve/access_log.h"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "serve/json/json.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// traceparent of W3C: 00-<32 hex>-<16 hex>-<2 hex>, or nothing.
std::string TraceOf(const HttpRequest& request) {
  const std::string_view text = request.Header("traceparent");
  if (text.size() != 55 || !text.starts_with("00-")) return {};
  const bool plain = std::all_of(text.begin(), text.end(),
                                 [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-'; });
  return plain ? std::string(text) : std::string();
}

std::string NowText() {
  const auto now = std::chrono::system_clock::now();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts = {};
  gmtime_r(&seconds, &parts);
  char text[32];
  const size_t length = std::strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S", &parts);
  const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
  std::string out(text, length);
  Append(out, millis < 100 ? (millis < 10 ? ".00" : ".0") : ".", millis, "Z");
  return out;
}

}  // namespace

std::string AccessLine(const HttpRequest& request, std::string_view id, std::string_view path, int status,
                       int64_t micros, std::string_view tier) {
  const bool usual = request.method == "GET" || request.method == "POST";
  Json line = {{"time", NowText()}, {"request", id},    {"method", usual ? std::string_view(request.method) : "other"},
               {"path", path},      {"status", status}, {"micros", micros},
               {"tier", tier}};
  if (const std::string trace = TraceOf(request); !trace.empty()) line["traceparent"] = trace;
  return WriteJson(line);
}

}  // namespace muster::serve
