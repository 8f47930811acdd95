import Foundation

/// The brokers to test against.
enum TestBrokers {
  /// `host:port` pairs from `NUQTA_TEST_BROKERS`; `nil` where there are none.
  static let named = ProcessInfo.processInfo.environment["NUQTA_TEST_BROKERS"].flatMap { $0.isEmpty ? nil : $0 }
}
