import ArgumentParser
import Logging

/// The levels of the log, as they are written on the command line.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
  case trace, debug, info, notice, warning, error, critical

  var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
}

/// How much a command says of itself, on standard error.
struct LogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The least level that is logged (default: info). [env: NUQTA_LOG_LEVEL]",
      valueName: "level"))
  var logLevel: LogLevel?

  /// Starts logging to standard error.
  func start(_ environment: Environment) throws -> Logger {
    let level: LogLevel
    do {
      level = try environment.choice(logLevel, "log-level") ?? .info
    } catch let error as InvalidSetting {
      throw ValidationError(error.description)
    }
    return Self.start(level: level.level)
  }

  /// Starts logging to standard error at a level.
  static func start(level: Logger.Level) -> Logger {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var logger = Logger(label: "nuqta")
    logger.logLevel = level
    return logger
  }

  /// For parts whose every word would be about their own insides.
  static var quiet: Logger {
    var logger = Logger(label: "nuqta.lifecycle")
    logger.logLevel = .error
    return logger
  }
}
