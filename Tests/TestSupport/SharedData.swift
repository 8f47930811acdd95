package import Foundation

/// The measuring data that stands beside the checkout on developers' machines and in CI; absent elsewhere.
package enum SharedData {
  /// The folder, `nil` where it is absent; `NUQTA_SHARED_DATA` names another place.
  package static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["NUQTA_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
    let beside = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared")
    let folder = named ?? beside
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent("design.md").path) ? folder : nil
  }()

  /// The bytes of a file in the folder; `nil` where it is absent, so that a test can be skipped with `.enabled(if:)`.
  package static func bytes(_ path: String) -> [UInt8]? {
    guard let folder, let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else { return nil }
    return [UInt8](data)
  }

  /// Whether a file or folder is there.
  package static func has(_ path: String) -> Bool {
    guard let folder else { return false }
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }
}
