// The answers of nodes to one text as one answer: tables whose numbers are added up.
#ifndef MUSTER_SERVE_NETWORK_TABLES_H_
#define MUSTER_SERVE_NETWORK_TABLES_H_

#include <string>
#include <string_view>
#include <vector>

#include "serve/http/message.h"
#include "serve/network/merge.h"

namespace muster::serve {

/// Reads what a node's /v1/query sent, and whether it has the form of tables. `status` 0: nothing came. A text with
/// mistakes is one that the node does not understand: its diagnostics are in `answer`.
NodeReply ReadTablesReply(const std::string& node, int status, std::string_view body);

/// Whether the numbers of a statement, in canonical form, may be added over nodes: `count`, `funnel` and `impact`,
/// without `having` and `top`, which leave out rows by the numbers of one node.
bool IsAddable(std::string_view statement);

/// 200 with `answers` and `network`. Numbers are added as they were released, and bounds as bounds; where a node is
/// missing, or has no bound, a number is the least that there is (kind "atLeast"). 422 where no node understands the
/// text, or numbers cannot be added; 403, 429, 503 where none answers.
HttpResponse MergeTables(std::vector<NodeReply> replies);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NETWORK_TABLES_H_
