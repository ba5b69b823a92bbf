// The settings that a service starts with, or goes on with after a reload.
#ifndef MUSTER_SERVE_START_SETTINGS_H_
#define MUSTER_SERVE_START_SETTINGS_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "serve/config/settings.h"
#include "serve/serve.h"

namespace muster::serve {

/// Those of the configuration file, if there is one, under what the command line says. InvalidArgument: what is wrong
/// with them.
absl::StatusOr<Settings> SettingsFor(const ServeOptions& options);

/// Whether there are the tiers that the settings name: presets, or tiers of the catalogue's release policy. Of a
/// catalogue that cannot be opened, or has no policy yet, the presets are what there will be.
absl::Status CheckPolicies(const Settings& settings);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_START_SETTINGS_H_
