import Configuration
import StreamWorker
import Testing

@testable import nuqta

@Suite("The environment twins of flags")
struct EnvironmentTests {
  private func environment(_ variables: [String: String]) -> Environment {
    Environment(provider: EnvironmentVariablesProvider(environmentVariables: variables))
  }

  @Test("a flag wins over its twin, and an empty twin is as good as none")
  func order() {
    let environment = environment(["NUQTA_DEAD_LETTERS": "letters", "NUQTA_GROUP": ""])
    #expect(environment.string(nil, "dead-letters") == "letters")
    #expect(environment.string("own", "dead-letters") == "own")
    #expect(environment.string(nil, "group") == nil)
    #expect(environment.string(nil, "units") == nil)
  }

  @Test("switches and numbers are read, and a value that is none is named", arguments: [("true", true), ("0", false)])
  func values(text: String, value: Bool) throws {
    #expect(try environment(["NUQTA_CREATE_TOPICS": text]).bool(false, "create-topics") == value)
    #expect(throws: InvalidSetting.self) { try environment(["NUQTA_CREATE_TOPICS": "?"]).bool(false, "create-topics") }
    #expect(try environment(["NUQTA_MAX_UNITS": "7"]).integer(nil, "max-units", minimum: 1) == 7)
    #expect(throws: InvalidSetting.self) {
      try environment(["NUQTA_MAX_UNITS": "x"]).integer(nil, "max-units", minimum: 1)
    }
    #expect(throws: InvalidSetting.self) { try environment([:]).integer(0, "max-units", minimum: 1) }
  }

  @Test("a word outside the choice is refused with the words there are")
  func choice() throws {
    let found: StartPosition? = try environment(["NUQTA_FROM": "latest"]).choice(nil, "from")
    #expect(found == .latest)
    let failure = #expect(throws: InvalidSetting.self) {
      let _: StartPosition? = try environment(["NUQTA_FROM": "never"]).choice(nil, "from")
    }
    #expect(failure?.description == "NUQTA_FROM is 'never'; it must be one of earliest, latest, fail")
  }
}

@Suite("Output for people")
struct TerminalTests {
  @Test("a table's columns are as wide as their widest cell, numbers flush right")
  func table() {
    var table = TextTable(["topic", "n"], numeric: [1])
    table.add(["articles", "6"])
    table.add(["units", "12"])
    #expect(table.lines() == ["topic      n", "articles   6", "units     12"])
  }
}
