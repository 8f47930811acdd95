// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is built with: the strictest language there is, and no warning let through.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// The target that touches C memory says `unsafe` wherever it does.
let strictMemory = strict + [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]

/// Targets stand in the order of the arrows: each knows only those above it (docs/architecture.md).
let package = Package(
  name: "nuqta",
  products: [
    .library(name: "Segmentation", targets: ["Segmentation"]),
    .library(name: "SentenceUnits", targets: ["SentenceUnits"]),
    .executable(name: "nuqta", targets: ["nuqta"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .target(name: "CByteScan"),
    .target(name: "Segmentation", dependencies: ["CByteScan"], swiftSettings: strict),

    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "SentenceUnits", dependencies: ["Segmentation", "CCrypto"], swiftSettings: strict),

    // The C library's iconv behind three calls: Swift's own Glibc module would bring all of libc, clock and files too, into the core.
    .target(name: "CIconv"),
    .target(
      name: "ArticlePipeline", dependencies: ["SentenceUnits", "Segmentation", "CByteScan", "CIconv"],
      swiftSettings: strict),

    .systemLibrary(name: "CRdKafka", pkgConfig: "rdkafka", providers: [.apt(["librdkafka-dev"])]),
    .target(
      name: "KafkaClient",
      dependencies: ["CRdKafka", .product(name: "Logging", package: "swift-log")],
      swiftSettings: strictMemory),

    .target(
      name: "StreamWorker",
      dependencies: [
        "ArticlePipeline", "SentenceUnits", "KafkaClient",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "nuqta",
      dependencies: [
        "StreamWorker", "ArticlePipeline", "KafkaClient", "SentenceUnits", "Segmentation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),

    .target(name: "CCounters", path: "Benchmarks/CCounters"),
    .executableTarget(
      name: "nuqta-bench",
      dependencies: [
        "ArticlePipeline", "SentenceUnits", "Segmentation", "CCounters",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/NuqtaBench", swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "FuzzChecks", dependencies: ["ArticlePipeline", "SentenceUnits"], path: "Tests/FuzzChecks",
      swiftSettings: strict),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzChecks", "ArticlePipeline"], swiftSettings: strict),
    .testTarget(
      name: "SegmentationTests", dependencies: ["Segmentation", "TestSupport"], resources: [.copy("Cases")],
      swiftSettings: strict),
    .testTarget(
      name: "SentenceUnitsTests", dependencies: ["SentenceUnits", "Segmentation", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ArticlePipelineTests", dependencies: ["ArticlePipeline", "SentenceUnits", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "KafkaClientTests",
      dependencies: ["KafkaClient", "CRdKafka", "TestSupport", .product(name: "Logging", package: "swift-log")],
      swiftSettings: strict),
    .testTarget(
      name: "StreamWorkerTests",
      dependencies: [
        "StreamWorker", "KafkaClient", "ArticlePipeline", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "NuqtaTests",
      dependencies: [
        "nuqta", "ArticlePipeline", "StreamWorker", "TestSupport",
        .product(name: "Configuration", package: "swift-configuration"),
      ],
      swiftSettings: strict),
  ]
)

// Scripts/fuzz builds these: without libFuzzer, which brings `main`, they don't link.
if Context.environment["NUQTA_FUZZ"] != nil {
  for name in ["DecoderFuzz", "EncoderFuzz", "NormaliserFuzz"] {
    package.targets.append(
      .executableTarget(
        name: name, dependencies: ["FuzzChecks"], path: "Fuzz/\(name)",
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
  }
}
