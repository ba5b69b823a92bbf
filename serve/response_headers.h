// Headers that every answer of the service has, whatever it is an answer to.
#ifndef MUSTER_SERVE_RESPONSE_HEADERS_H_
#define MUSTER_SERVE_RESPONSE_HEADERS_H_

#include <string>
#include <vector>

#include "serve/http/message.h"

namespace muster::serve {

/// Gives what may be kept a validator, and answers 304 to a client that has it already.
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
