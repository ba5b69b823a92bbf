// What headers of a request say about the answer: its form, and which copy of it the client has already.
#ifndef MUSTER_SERVE_HTTP_NEGOTIATION_H_
#define MUSTER_SERVE_HTTP_NEGOTIATION_H_

#include <string>
#include <string_view>

namespace muster::serve {

/// Whether a client whose header Accept is `accept` takes JSON. An empty header takes everything.
bool AcceptsJson(std::string_view accept);

/// A strong validator of `content`, in quotation marks: the same for the same bytes.
std::string EntityTag(std::string_view content);

/// Whether the header If-None-Match names `tag`. Tags of weak comparison count, as for GET they do.
bool NamesTag(std::string_view if_none_match, std::string_view tag);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_NEGOTIATION_H_
