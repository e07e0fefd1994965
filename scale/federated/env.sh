# Sourced by every process of a federation, at the coordinator and at the hospitals: nothing is sent but the federation's own messages.
# No telemetry, no look for a newer version, and no package installed because an app asks for it.
export FLWR_TELEMETRY_ENABLED=0 FLWR_DISABLE_UPDATE_CHECK=1 FLWR_DISABLE_RUNTIME_DEPENDENCY_INSTALLATION=1
# Weights lie in temporary files for as long as a round lasts: for their owner's eyes.
umask 077
