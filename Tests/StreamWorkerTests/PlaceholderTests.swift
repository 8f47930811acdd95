import Testing

@testable import StreamWorker

@Test func linked() {}
