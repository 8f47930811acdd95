import ArticlePipeline
import Foundation
import KafkaClient
import Logging
import SentenceUnits

/// Everything that stands before the loop: state directory, names, topics, clients.
///
/// Owned by the lane's thread.
struct WorkerSetup {
  private let settings: WorkerSettings
  private let signal: StopSignal
  private let logger: Logger
  /// Kept for as long as the worker runs; `nil` where the operator names the worker.
  private let slot: InstanceSlot?
  private let client: LibrdkafkaClient
  private let configurations: ClientConfigurations
  private let heartbeatName: String

  /// Sets up; blocks until the brokers answer or the time for that is up.
  init(settings: WorkerSettings, signal: StopSignal, logger: Logger) throws(WorkerExit) {
    self.settings = settings
    self.signal = signal
    self.logger = logger
    do {
      try FileManager.default.createDirectory(atPath: settings.stateDirectory, withIntermediateDirectories: true)
    } catch {
      throw .setUp(
        "can't make the state directory '\(settings.stateDirectory)': \(error.localizedDescription); name another with --state-dir"
      )
    }
    let identity: WorkerIdentity
    if let instanceID = settings.instanceID {
      slot = nil
      identity = WorkerIdentity(group: settings.group, instanceID: instanceID, lane: 0)
      heartbeatName = "\(settings.group).\(instanceID)"
    } else {
      let held: InstanceSlot
      do throws(InstanceSlot.Failure) {
        held = try InstanceSlot(directory: settings.stateDirectory, group: settings.group)
      } catch {
        throw .setUp(error.description)
      }
      identity = WorkerIdentity(
        group: settings.group, host: ProcessInfo.processInfo.hostName, slot: held.number, lane: 0)
      heartbeatName = "\(settings.group).slot-\(held.number)"
      slot = held
    }
    configurations = try ClientConfigurations(settings: settings, identity: identity)
    let setup = try TopicSetup(settings: settings, configuration: configurations.admin, logger: logger)
    let outputCount = try setup.prepare(signal: signal)
    do throws(KafkaError) {
      client = try LibrdkafkaClient(
        configurations: configurations, settings: settings, admin: setup.intoAdmin(), outputCount: outputCount,
        logger: logger)
    } catch {
      throw .setUp(error.description)
    }
    logger.info(
      "starting",
      metadata: [
        "group": "\(settings.group)", "delivery": "\(settings.delivery.rawValue)",
        "transactional.id": "\(identity.transactionalID)", "librdkafka": "\(LibraryVersion.text)",
      ])
  }

  /// Runs the loop to its end.
  func run(hooks: Worker.Hooks) -> WorkerExit {
    var lane = LaneSettings(topics: settings.topics.articles)
    lane.guarantee = settings.delivery
    lane.start = settings.start
    lane.batch = settings.batch
    lane.deadLetterLimit = settings.deadLetterLimit
    let journal: CrashJournal
    do throws(CrashJournal.Failure) {
      journal = try CrashJournal(directory: settings.stateDirectory, name: heartbeatName)
    } catch {
      return .setUp(error.description)
    }
    journal.watchTraps()
    lane.treatments = journal.treatments
    for position in settings.quarantine {
      let unusable = UnusableRecord(.crashed, "set aside by --quarantine")
      lane.treatments[position] = .letter(unusable, withoutValue: false)
    }
    for (position, treatment) in lane.treatments.sorted(by: { $0.key < $1.key }) {
      let line: Logger.Message =
        treatment == .alone
        ? "the article is cut alone: it was under way in a crash" : "the article goes to the dead letters uncut"
      logger.warning(
        line,
        metadata: [
          "topic": "\(position.partition.topic)", "partition": "\(position.partition.number)",
          "offset": "\(position.offset)",
        ])
    }
    let heartbeat = Heartbeat(directory: settings.stateDirectory, name: heartbeatName)
    let signal = signal
    let logger = logger
    // A commit may take as long as its transaction, and whatever is tried in between.
    let patience = max(settings.stallTimeout, 2 * configurations.transactionTimeout + 30_000)
    let watchdog = Watchdog(limit: patience) { exit in
      WorkerEvent.stopped(exit).log(to: logger)
      hooks.deadlinePassed(exit)
    }
    let closingTime = settings.shutdownTimeout
    let surroundings = WorkerLoop<LibrdkafkaClient>.Surroundings(
      now: { Self.now() }, wait: { signal.wait(milliseconds: $0) }, shouldStop: { signal.shouldStop },
      beat: {
        heartbeat.beat(now: Self.now())
        watchdog.beat()
      },
      report: { event in
        event.log(to: logger)
        hooks.observe(event)
      },
      closes: { watchdog.close($0, within: closingTime) }, journal: journal)
    var processing = settings.processor
    processing.maxRecordBytes = configurations.maxRecordBytes
    do throws(CutError) {
      var loop = try WorkerLoop(
        client: client, processor: ArticleProcessor(settings: processing), settings: lane, surroundings: surroundings)
      watchdog.start()
      defer { watchdog.end() }
      let exit = loop.run()
      heartbeat.end()
      return exit
    } catch {
      return .setUp(error.description)
    }
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
