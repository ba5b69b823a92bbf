// Putting text together, as the service does.
#ifndef MUSTER_SHELL_TERMINAL_CONCAT_H_
#define MUSTER_SHELL_TERMINAL_CONCAT_H_

#include "serve/text/concat.h"  // IWYU pragma: export

namespace muster::shell {

using serve::Append;
using serve::Concat;

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_CONCAT_H_
