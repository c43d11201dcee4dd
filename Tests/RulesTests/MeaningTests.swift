import Foundation
import Testing

@testable import Rules

/// The digest of what a framework means, and the hash that it is made with.
struct MeaningTests {
    /// The vectors of FIPS 180-4's examples, and lengths on either side of a block's end.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func theHashIsSHA256(message: String, digest: String) {
        #expect(SHA256.hexDigest(of: message.utf8) == digest)
    }

    private static func digest(_ table: String) throws -> String {
        try #require(RandomTables.ruleSet([table]).compile().logic).meaningDigest
    }

    @Test(arguments: [
        "F | X | → Go\n1 | >2 | A\n2 | - | B", "F | x | → Go\nfirst | > 2.0 | A\nlast |  | B",
        "F | X | → Go | Why\n1 | > 2 | A | It is large.\n2 | - | B |",
        "F | X | -> Elsewhere\n1 | (2..10] | A\n2 | - | B",
    ])
    func wordingLeavesTheDigest(table: String) throws {
        #expect(try Self.digest(table) == Self.digest("F | X | → Go\n1 | > 2 | A\n2 | - | B"))
    }

    @Test func whatARowWeighsChangesTheDigest() throws {
        let digests = try ["A", "A (2)", "not A", "A (3)"].map {
            try Self.digest("C | X | → Favours\n1 | > 2 | \($0)\n2 | - | B")
        }
        #expect(Set(digests).count == digests.count)
    }

    @Test(arguments: [
        "F | X | → Go\n1 | >= 2 | A\n2 | - | B", "U | X | → Go\n1 | > 2 | A\n2 | - | B",
        "F | X | → Go\n1 | > 2 | A\n2 | - | C", "F | Y | → Go\n1 | > 2 | A\n2 | - | B",
        "F | X | → Go\n1 | > 2 | A for now\n2 | - | B", "F | X | → Go\n1 | - | B\n2 | > 2 | A",
    ])
    func meaningChangesTheDigest(table: String) throws {
        #expect(try Self.digest(table) != Self.digest("F | X | → Go\n1 | > 2 | A\n2 | - | B"))
    }
}
