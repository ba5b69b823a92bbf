#include "serve/http/request_target.h"

#include <algorithm>
#include <string_view>

#include "serve/text/text.h"

namespace muster::serve {

std::pair<std::string, std::string> SplitTarget(std::string target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!EqualsIgnoreCase(std::string_view(target).substr(0, scheme.size()), scheme)) continue;
    const size_t path = std::min(target.find_first_of("/?", scheme.size()), target.size());
    std::string authority = target.substr(scheme.size(), path - scheme.size());
    std::string rest = target.substr(path);
    if (!rest.starts_with('/')) rest.insert(rest.begin(), '/');
    return {std::move(rest), std::move(authority)};
  }
  return {std::move(target), ""};
}

std::string TargetSoFar(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
  const size_t begin = line.find(' ');
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = line.substr(begin + 1);
  return std::string(rest.substr(0, rest.find(' ')));
}

}  // namespace muster::serve
