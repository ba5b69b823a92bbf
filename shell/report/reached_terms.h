// Which terms a question asks for, and what each of them reached.
#ifndef MUSTER_SHELL_REPORT_REACHED_TERMS_H_
#define MUSTER_SHELL_REPORT_REACHED_TERMS_H_

#include <string>
#include <vector>

#include "shell/catalogue/catalogue_handle.h"
#include "shell/report/report_content.h"

namespace muster::shell {

/// The terms of a statement in canonical form, whose bound lines are `lines`, each with its own reach; of a very long
/// list the rest is told as one. What is summarised or counted by has terms, too.
std::vector<ReachedTerm> TermsOf(CatalogueHandle& catalogue, const std::string& canonical,
                                 const std::vector<std::string>& lines, const QueryOptions& options);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_REACHED_TERMS_H_
