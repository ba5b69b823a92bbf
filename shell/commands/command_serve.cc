#include <memory>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#ifdef MUSTER_HAS_SERVICE
#include "serve/config/settings.h"
#include "serve/serve.h"
#endif

namespace muster::shell {

#ifdef MUSTER_HAS_SERVICE

Action DeclareServe(CLI::App& app) {
  struct ServeArguments {
    serve::ServeOptions options;
    uint16_t port = 0;
    bool defaults = false;
  };
  auto arguments = std::make_shared<ServeArguments>();
  app.add_option("CATALOGUE", arguments->options.catalogue, "the catalogue's folder; else that of the configuration");
  app.add_option("--config", arguments->options.configuration, "the configuration, such as /etc/muster/musterd.toml");
  app.add_option("--network", arguments->options.network, "a file with [[node]]s, to answer for all of these");
  CLI::Option* port = app.add_option("--port", arguments->port, "the port; 0: any that is free");
  app.add_flag("--exact", arguments->options.exact,
               "gives everybody the numbers as they are: for data that everybody may see, such as invented people");
  app.add_flag("--check", arguments->options.check, "only says what is wrong with the configuration");
  app.add_flag("--print-defaults", arguments->defaults, "prints a configuration that says what counts without one");
  app.add_flag("--quiet", arguments->options.quiet, "writes no line for each request");
  return [arguments, port](Environment& environment) {
    if (arguments->defaults) {
      environment.console.out << serve::DefaultSettingsText();
      return static_cast<int>(kOk);
    }
    if (port->count() > 0) arguments->options.port = arguments->port;
    return serve::Serve(arguments->options, environment.console.out, environment.console.err);
  };
}

#else

Action DeclareServe(CLI::App& app) {
  app.allow_extras();
  return [](Environment& environment) {
    return Fail(environment.console, kUsage, "this program was built without the service");
  };
}

#endif

}  // namespace muster::shell
