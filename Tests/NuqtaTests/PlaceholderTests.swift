import Testing

@testable import nuqta

@Test func linked() {}
