import Testing

@testable import Segmentation

@Test func linked() {}
