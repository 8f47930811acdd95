import Foundation

/// A value at a JSON Pointer in what Foundation's parser makes of a text: the other opinion that decoded texts are held against.
struct JSONValueLookup {
  private let root: Any

  /// `nil` where Foundation doesn't take the text.
  init?(_ bytes: [UInt8]) {
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed]) else {
      return nil
    }
    self.root = root
  }

  /// The string at a pointer.
  func string(at pointer: String) -> String? {
    var value = root
    for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let name = part.replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
      if let object = value as? [String: Any], let member = object[name] {
        value = member
      } else if let list = value as? [Any], let index = Int(name), list.indices.contains(index) {
        value = list[index]
      } else {
        return nil
      }
    }
    return value as? String
  }
}
