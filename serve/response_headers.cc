#include "serve/response_headers.h"

#include <string_view>

#include "serve/http/negotiation.h"
#include "serve/refusal.h"

namespace muster::serve {

void AddTag(const HttpRequest& request, HttpResponse& response) {
  if (response.status != 200 || !FindHeader(response.headers, "Cache-Control").starts_with("max-age")) return;
  const std::string tag = EntityTag(response.body);
  response.headers.emplace_back("ETag", tag);
  if (!Reads(request) || !NamesTag(request.Header("if-none-match"), tag)) return;
  response.status = 304;
  response.body.clear();
  std::erase_if(response.headers, [](const auto& header) { return header.first == "Content-Type"; });
}

void AddCors(const HttpRequest& request, const std::vector<std::string>& origins, HttpResponse& response) {
  if (origins.empty()) return;
  response.headers.emplace_back("Vary", "Origin");
  const std::string_view origin = request.Header("origin");
  for (const std::string& allowed : origins) {
    if (allowed != origin) continue;
    response.headers.emplace_back("Access-Control-Allow-Origin", allowed);
    response.headers.emplace_back("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id");
  }
}

void AddProtection(bool secure, HttpResponse& response) {
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  if (secure) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

HttpResponse PreflightResponse() {
  HttpResponse response{204, {}, ""};
  response.headers.emplace_back("Allow", "GET, HEAD, POST, OPTIONS");
  response.headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD, POST");
  response.headers.emplace_back("Access-Control-Allow-Headers",
                                "accept, authorization, content-type, if-none-match, traceparent");
  response.headers.emplace_back("Access-Control-Max-Age", "600");
  return response;
}

}  // namespace muster::serve
