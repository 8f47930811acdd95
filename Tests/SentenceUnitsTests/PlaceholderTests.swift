import Testing

@testable import SentenceUnits

@Test func linked() {}
