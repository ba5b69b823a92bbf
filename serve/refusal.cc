#include "serve/refusal.h"

#include <algorithm>
#include <string>
#include <vector>

#include "serve/http/negotiation.h"
#include "serve/http/url.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

std::string_view WithoutPort(std::string_view host) {
  return host.starts_with('[') ? host.substr(1, host.find(']') - 1) : host.substr(0, host.find(':'));
}

/// Whether the request names this server. Of another one's name it may come from a page that a browser was led to.
bool IsForUs(const HttpRequest& request, const Settings& settings) {
  // HTTP/1.0 has no Host, and no browser that could be led here speaks it; a later request without one was refused.
  const bool named = std::ranges::any_of(request.headers, [](const auto& header) { return header.first == "host"; });
  if (!named) return true;
  if (request.Header("host").empty()) return false;
  const std::string_view host = WithoutPort(request.Header("host"));
  const std::vector<std::string>& names = settings.listen.server_names;
  if (!names.empty()) {
    return std::ranges::any_of(names, [host](const std::string& name) { return EqualsIgnoreCase(name, host); });
  }
  if (EqualsIgnoreCase(host, "localhost") || host == "127.0.0.1" || host == "::1") return true;
  if (host == settings.listen.address) return true;
  const std::optional<Url> url = ParseUrl(settings.beacon.public_url);
  return url.has_value() && EqualsIgnoreCase(url->host, host);
}

}  // namespace

bool Reads(const HttpRequest& request) { return request.method == "GET" || request.method == "HEAD"; }

std::optional<Refusal> RefusalOfHeaders(const HttpRequest& request, const Settings& settings) {
  if (request.too_many) return Refusal{400, "a header is there twice"};
  if (!IsForUs(request, settings)) return Refusal{421, "this is not a server of that name", "host"};
  return std::nullopt;
}

std::optional<Refusal> RefusalOfMethod(const HttpRequest& request, bool asks) {
  if (Reads(request) || (request.method == "POST" && asks)) return std::nullopt;
  Refusal refusal{405, "this method is not answered here"};
  refusal.headers.emplace_back("Allow", asks ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD");
  return refusal;
}

std::optional<Refusal> RefusalOfForm(const HttpRequest& request) {
  const std::string_view coding = request.Header("content-encoding");
  if (!coding.empty() && !EqualsIgnoreCase(coding, "identity")) {
    return Refusal{415, "the body is in a coding that is not read here"};
  }
  if (Reads(request) && !request.body.empty()) {
    return Refusal{400, "a GET is asked by its address alone, and this one has a body"};
  }
  if (!AcceptsJson(request.Header("accept"))) {
    return Refusal{406, "answers are application/json, which Accept leaves out"};
  }
  return std::nullopt;
}

}  // namespace muster::serve
