// swift-tools-version: 6.2
import PackageDescription

// Every target is held to the same rules: Swift 6 language mode, each import stated and
// internal unless said otherwise, and no warning let through.
let houseRules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    // Small things are called across modules thousands of times for each page: seen through, they take a tenth less of a build.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

// The targets stand in the order of the pipeline: each may import only what stands above it.
let package = Package(
    name: "precedent",
    products: [
        .executable(name: "precedent", targets: ["precedent"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // What C offers and Swift does not see.
        .systemLibrary(
            name: "CMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .target(name: "CArena"),
        .target(name: "CTheme"),
        .target(name: "CCard"),
        .target(name: "CPlatform"),
        // Duktape's and Prism's files come from the packages duktape-dev and node-prismjs. Without its optimiser a compiler makes
        // an interpreter that is too slow to test.
        .target(
            name: "CPrism", exclude: ["marks.js"],
            cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))],
            linkerSettings: [.linkedLibrary("m")]),

        // Leaves.
        .target(name: "Diagnostics", swiftSettings: houseRules),
        .target(name: "Highlighting", dependencies: ["CPrism"], swiftSettings: houseRules),
        .target(name: "Platform", dependencies: ["CPlatform"], swiftSettings: houseRules),

        // Text to values.
        .target(
            name: "Markdown",
            dependencies: ["CArena", "CMarkGFM", "Diagnostics", .product(name: "Yams", package: "Yams")],
            swiftSettings: houseRules),
        // The words of the theme, by language.
        .target(
            name: "Languages", dependencies: ["CTheme", "Markdown", "Diagnostics", "Platform"],
            swiftSettings: houseRules),
        // Facts to verdicts.
        .target(name: "Rules", dependencies: ["Diagnostics"], swiftSettings: houseRules),
        // Documents to a model.
        .target(
            name: "Decisions", dependencies: ["Languages", "Markdown", "Rules", "Diagnostics", "Platform"],
            swiftSettings: houseRules),
        // Model and verdicts to pages and files.
        .target(
            name: "SiteGenerator",
            dependencies: [
                "Decisions", "Languages", "Rules", "Markdown", "Highlighting", "Diagnostics", "Platform",
                "CCard", "CTheme",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: houseRules),
        // Pages to browsers, while they are written.
        .target(
            name: "DevServer",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: houseRules),
        .executableTarget(
            name: "precedent",
            dependencies: [
                "Decisions", "SiteGenerator", "DevServer", "Languages", "Rules", "Diagnostics", "Platform",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: houseRules),
        // Figures of the rules' analysis.
        .executableTarget(
            name: "table-benchmark", dependencies: ["Rules"], path: "Benchmarks/tables",
            swiftSettings: houseRules),
        .executableTarget(
            name: "rules-benchmark", dependencies: ["Rules", "Diagnostics"], path: "Benchmarks/rules",
            swiftSettings: houseRules),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: houseRules),
        .testTarget(
            name: "HighlightingTests", dependencies: ["Highlighting"], swiftSettings: houseRules),
        .testTarget(
            name: "PlatformTests", dependencies: ["Platform"], swiftSettings: houseRules),
        .testTarget(
            name: "MarkdownTests", dependencies: ["Markdown", "CMarkGFM", "Diagnostics"],
            swiftSettings: houseRules),
        .testTarget(
            name: "LanguagesTests", dependencies: ["Languages", "Diagnostics", "Platform"],
            swiftSettings: houseRules),
        .testTarget(name: "RulesTests", dependencies: ["Rules", "Diagnostics"], swiftSettings: houseRules),
        .testTarget(
            name: "DecisionsTests", dependencies: ["Decisions", "Markdown", "Rules", "Diagnostics"],
            swiftSettings: houseRules),
        .testTarget(
            name: "SiteGeneratorTests",
            dependencies: ["SiteGenerator", "Decisions", "Diagnostics", "Languages", "Platform", "Rules"],
            swiftSettings: houseRules),
        .testTarget(
            name: "DevServerTests",
            dependencies: ["DevServer", .product(name: "NIOHTTP1", package: "swift-nio")],
            swiftSettings: houseRules),
        .testTarget(name: "PrecedentTests", dependencies: ["precedent"], swiftSettings: houseRules),
    ]
)
