import ArgumentParser
import ArticlePipeline
import Configuration
import StreamWorker
import Testing

@testable import nuqta

@Suite("--identity") struct IdentityOptionTests {
  private func identity(_ arguments: [String]) throws -> JSONPointerPath? {
    let command = try #require(try Nuqta.parseAsRoot(["run", "--brokers", "h:1"] + arguments) as? RunCommand)
    let environment = Environment(provider: EnvironmentVariablesProvider(environmentVariables: [:]))
    return try command.settings(environment).processor.identity
  }

  @Test("names a member", arguments: ["/guid", "/meta/guid", "/a~1b/0"])
  func pointers(_ pointer: String) throws {
    #expect(try identity(["--identity", pointer])?.text == pointer)
  }

  @Test("refuses what is no pointer", arguments: ["guid", "#/guid", "/a~2", "$.guid"])
  func refusals(_ pointer: String) throws {
    #expect(throws: (any Error).self) { try identity(["--identity", pointer]) }
  }

  @Test("--default-language is a language tag", arguments: ["Hebrew", "xx-", "und"])
  func defaultLanguage(_ tag: String) throws {
    #expect(throws: (any Error).self) { try identity(["--default-language", tag]) }
    #expect(throws: Never.self) { try identity(["--default-language", "zh-Hant"]) }
  }

  @Test("is unset by default")
  func unset() throws {
    #expect(try identity([]) == nil)
  }
}
