import Glibc
import Testing

/// Files whose names are no text.
struct OddFileNameTests {
    @Test func aNameThatIsNotUTF8IsSaidAndTheRestIsBuilt() async throws {
        let site = try TemporaryFolder()
        try site.write("docs/adr/0001-a.md", "# A\n\n* Status: accepted\n* Date: 2021-03-04\n")
        let path = Array("\(site.path)/docs/adr/0002-caf".utf8) + [0xE9] + Array(".md".utf8)
        let descriptor = (path + [0]).withUnsafeBytes {
            open($0.assumingMemoryBound(to: CChar.self).baseAddress!, O_WRONLY | O_CREAT, 0o644)
        }
        #expect(descriptor >= 0)
        close(descriptor)
        let run = try await Program.run(["build"], in: site.path)
        #expect(run.code == 0)
        #expect(
            run.errors == """
                docs/adr/0002-caf\\xE9.md:1:1: warning: this name is not UTF-8, so what it names is left out [bad-file-name]
                  help: rename it; a byte that is no letter is shown here as \\x and its value
                1 warning

                """)
        #expect(site.has("_site/decisions/0001-a.html"))
    }
}
