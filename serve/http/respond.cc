#include "serve/http/respond.h"

#include "serve/http/budget_exhausted.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// What Content-Type says, without parameters.
std::string KindOfBody(const HttpRequest& request) {
  const std::string type = ToLower(request.Header("content-type"));
  return std::string(Trim(std::string_view(type).substr(0, type.find(';'))));
}

}  // namespace

HttpResponse JsonResponse(int status, const Json& body) {
  return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, WriteJson(body)};
}

HttpResponse PublicJsonResponse(const Json& body) {
  return {200, {{"Content-Type", "application/json"}, {"Cache-Control", "max-age=300"}}, WriteJson(body)};
}

HttpResponse ProblemResponse(int status, std::string_view detail, int64_t wait) {
  const Json body = {{"type", "about:blank"}, {"title", ReasonOf(status)}, {"status", status}, {"detail", detail}};
  HttpResponse response{
      status, {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}}, WriteJson(body)};
  AddRetryAfter(response, wait);
  return response;
}

std::string_view ReasonOf(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    default:
      return "Internal Server Error";
  }
}

HttpError ErrorOf(const absl::Status& status) {
  const std::string message(status.message());
  switch (status.code()) {
    case absl::StatusCode::kInvalidArgument:
      return {400, message};
    case absl::StatusCode::kResourceExhausted:
      if (!SecondsToWait(status).has_value()) return {503, "no answer can be given now"};
      return {429, Concat("the budget of this caller is used up: ", message), *SecondsToWait(status)};
    case absl::StatusCode::kDeadlineExceeded:
      return {504, "the question takes too long"};
    case absl::StatusCode::kCancelled:
      return {503, "the question was cancelled"};
    case absl::StatusCode::kNotFound:
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kFailedPrecondition:
      return {403, "callers of this tier are not answered here"};
    case absl::StatusCode::kUnavailable:
      return {503, "no answer can be given now"};
    default:
      return {500, "the question could not be answered, because of a fault of this service"};
  }
}

void AddRetryAfter(HttpResponse& response, int64_t wait) {
  if (response.status != 429 && response.status != 503) return;
  const int64_t usual = response.status == 429 ? 60 : 1;
  response.headers.emplace_back("Retry-After", std::to_string(wait > 0 ? wait : usual));
}

bool IsJsonBody(const HttpRequest& request) {
  const std::string kind = KindOfBody(request);
  return kind.empty() || kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"));
}

bool MayBeJsonBody(const HttpRequest& request) {
  const std::string kind = KindOfBody(request);
  return IsJsonBody(request) || kind == "application/x-www-form-urlencoded" || kind == "text/plain";
}

}  // namespace muster::serve
