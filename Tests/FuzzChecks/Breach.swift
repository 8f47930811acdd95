/// A statement of the contract that doesn't hold.
package struct Breach: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }

  /// Fails where a condition doesn't hold.
  static func unless(_ condition: Bool, _ what: @autoclosure () -> String) throws(Breach) {
    if !condition { throw Breach(what()) }
  }
}
