import Testing

@testable import ArticlePipeline

@Test func linked() {}
