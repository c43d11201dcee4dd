import Glibc
import Platform
import Testing

/// The one step by which a new site takes the place of the old one.
struct ExchangeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func twoFoldersChangePlacesOrStayAsTheyAre() throws {
        try folder.make(["new/index", "old/index", "old/more"])
        let code = Files.exchange(folder("new"), with: folder("old"))
        // Some file systems know no exchange; they must say so, and leave both alone.
        let isExchanged = code == 0
        #expect(isExchanged || [EINVAL, ENOSYS, EPERM].contains(code))
        #expect(try folder.text("old/index") == (isExchanged ? "new/index" : "old/index"))
        #expect(try Files.names(in: folder(isExchanged ? "new" : "old")) == ["index", "more"])
        #expect(try Files.names(in: folder(isExchanged ? "old" : "new")) == ["index"])
    }

    @Test func withOnlyOneFolderNothingMoves() throws {
        try folder.make(["new/index"])
        #expect(Files.exchange(folder("new"), with: folder("old")) != 0)
        #expect(try Files.tree(below: folder.path) == ["new/index"])
    }
}
