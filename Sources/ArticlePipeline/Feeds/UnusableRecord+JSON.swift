extension UnusableRecord {
  /// Does what reads JSON; a fault in it makes the record unusable for `invalid-json`.
  static func orInvalidJSON<Value>(_ body: () throws(JSONFault) -> Value) throws(UnusableRecord) -> Value {
    do throws(JSONFault) {
      return try body()
    } catch {
      throw UnusableRecord(.invalidJSON, error.line)
    }
  }
}
