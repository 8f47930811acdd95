import Foundation

/// Where a worker keeps its lock and heartbeat files.
enum StateDirectory {
  /// The directory that was named, else `nuqta` in the user's state folder (XDG_STATE_HOME).
  static func resolve(_ flag: String?, _ environment: Environment) -> String {
    if let named = environment.string(flag, "state-dir") { return named }
    let variables = ProcessInfo.processInfo.environment
    if let state = variables["XDG_STATE_HOME"], !state.isEmpty { return state + "/nuqta" }
    return (variables["HOME"] ?? "/var/lib") + "/.local/state/nuqta"
  }
}
