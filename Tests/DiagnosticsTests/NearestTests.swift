import Diagnostics
import Testing

/// What is suggested in place of a mistyped word.
struct NearestTests {
    @Test(
        arguments: [
            // One edit of each kind.
            ("titel", ["date", "title"], "title"), ("titl", ["title"], "title"),
            ("titlle", ["title"], "title"),
            ("tytle", ["title"], "title"),
            // A third of the longer word may differ, and no more.
            ("abcdef", ["abcdxy"], "abcdxy"), ("abcdef", ["abcxyz"], nil),
            ("abcdefghi", ["abcdefxyz"], "abcdefxyz"),
            ("kitten", ["sitting"], nil),
            // Of short words one letter may.
            ("a", ["b"], "b"), ("ab", ["ba"], "ba"), ("ab", ["cd"], nil), ("", ["a"], "a"), ("a", [""], ""),
            ("", ["ab"], nil),
            // Case is no edit, nor is the way an accent is written.
            ("RAG", ["rag"], "rag"), ("größe", ["GRÖSSE", "GRÖßE"], "GRÖßE"),
            ("cafe\u{301}", ["café"], "café"),
            // The nearest wins, and of equals the first.
            ("status", ["statu", "status"], "status"), ("cat", ["hat", "bat"], "hat"),
            ("cat", ["bat", "hat"], "bat"),
            ("a", [], nil),
        ] as [(String, [String], String?)])
    func theNearestIsMeant(word: String, candidates: [String], meant: String?) {
        #expect(nearest(to: word, among: candidates) == meant)
        #expect(didYouMean(word, among: candidates) == meant.map { "did you mean '\($0)'?" })
    }
}
