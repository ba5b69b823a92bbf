// Headers that every answer of the service has, whatever it is an answer to.
#ifndef MUSTER_SERVE_RESPONSE_HEADERS_H_
#define MUSTER_SERVE_RESPONSE_HEADERS_H_

#include <string>
#include <vector>

#include "serve/http/message.h"

namespace muster::serve {

/// Adds a validator to cacheable responses, and answers 304 to clients that already have them.
void AddTag(const HttpRequest& request, HttpResponse& response);

/// Lets pages of the allowed origins read the answer.
void AddCors(const HttpRequest& request, const std::vector<std::string>& origins, HttpResponse& response);

/// Keeps browsers from guessing what an answer is, from showing it within another page, and from loading scripts of
/// others for it.
void AddProtection(bool secure, HttpResponse& response);

/// What a browser asks before a page of another origin may send a question.
HttpResponse PreflightResponse();

}  // namespace muster::serve

#endif  // MUSTER_SERVE_RESPONSE_HEADERS_H_
