import Foundation
import Testing

/// `publish`: onto a branch without a hand on the working tree, and into a folder with a hand on what changed only.
struct PublishTests {
    /// A repository with a site, and something half done in it.
    private static func repository(in folder: TemporaryFolder? = nil) async throws -> TemporaryFolder {
        let repository = try TemporaryFolder(in: folder)
        try SmallSite.write(to: repository)
        try repository.commit("first")
        try repository.write("staged.txt", "Staged.")
        try repository.git("add", "staged.txt")
        try repository.write("unstaged.txt", "Not staged.")
        return repository
    }

    @Test func aBranchGetsTheSiteAndNothingElseChanges() async throws {
        let repository = try await Self.repository()
        // What would change bytes on their way into a repository.
        try repository.git("config", "core.autocrlf", "true")
        try repository.write(".gitattributes", "*.html text eol=crlf\n")
        let index = try Data(contentsOf: URL(filePath: repository.path + "/.git/index"))
        let status = try repository.git("status", "--porcelain")
        let run = try await Program.run(["publish"], in: repository.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(run.output.hasPrefix("Published on the branch gh-pages as "))
        #expect(try repository.git("status", "--porcelain") == status)
        #expect(try Data(contentsOf: URL(filePath: repository.path + "/.git/index")) == index)
        #expect(!repository.has("public"))
        let built = try await Program.run(["build", "--quiet"], in: repository.path)
        #expect(built.code == 0)
        let names = try repository.git("ls-tree", "-r", "--name-only", "gh-pages").split(separator: "\n")
        #expect(names.contains(".nojekyll"))
        for name in names where !name.hasPrefix(".") {
            #expect(
                try repository.git("cat-file", "blob", "gh-pages:\(name)")
                    == repository.read("public/\(name)"))
        }
        #expect(try repository.git("rev-list", "--count", "gh-pages") == "1\n")
        let again = try await Program.run(["publish"], in: repository.path)
        #expect(again.output == "The branch gh-pages holds this site already.\n")
        #expect(try repository.git("rev-list", "--count", "gh-pages") == "1\n")
    }

    @Test func theNextCommitHoldsWhatChangedAndKeepsTheDomain() async throws {
        let repository = try await Self.repository()
        #expect(try await Program.run(["publish"], in: repository.path).code == 0)
        try repository.git("stash", "-q")
        try repository.git("checkout", "-q", "gh-pages")
        try repository.write("CNAME", "decisions.example.org\n")
        try repository.git("add", "CNAME")
        try repository.git("commit", "-q", "-m", "domain")
        try repository.git("checkout", "-q", "-")
        try repository.write("content/index.md", "Other words.\n")
        let plan = try await Program.run(["publish", "--dry-run"], in: repository.path)
        let changed = plan.output.split(separator: "\n").map { String($0.dropFirst("changed  ".count)) }
        #expect((plan.code, plan.output) == (0, changed.map { "changed  \($0)\n" }.joined()))
        // The page, its text, what the list of all texts says first, and what the search knows of its words.
        #expect(
            changed.filter { !$0.hasPrefix("search-index/") } == ["index.html", "index.md", "llms.txt"])
        #expect(changed.contains("search-index/texts-0.js"))
        #expect(
            plan.errors == "0 added, \(changed.count) changed, 0 removed; nothing was changed\n")
        #expect(try repository.git("rev-list", "--count", "gh-pages") == "2\n")
        let run = try await Program.run(["publish"], in: repository.path)
        #expect(run.output.hasSuffix(": 0 added, \(changed.count) changed, 0 removed.\n"))
        #expect(try repository.git("cat-file", "blob", "gh-pages:CNAME") == "decisions.example.org\n")
        #expect(
            try repository.git("diff", "--name-only", "gh-pages~1", "gh-pages")
                == changed.map { "\($0)\n" }.joined())
    }

    @Test func aBranchThatIsNotOursIsLeftAlone() async throws {
        let repository = try await Self.repository()
        try repository.git("branch", "gh-pages")
        let refused = try await Program.run(["publish"], in: repository.path)
        #expect((refused.code, refused.output) == (2, ""))
        #expect(
            refused.errors == """
                error: the branch 'gh-pages' holds something that was not made by precedent, so it is left alone
                  help: name another one with --branch, or take this one with --replace

                """)
        #expect(try repository.git("rev-list", "--count", "gh-pages") == "1\n")
        #expect(try await Program.run(["publish", "--replace"], in: repository.path).code == 0)
        #expect(try repository.git("rev-list", "--count", "gh-pages") == "2\n")
        try repository.git("branch", "-m", "work")
        let worked = try await Program.run(["publish", "--branch", "work"], in: repository.path)
        #expect(worked.code == 2)
        #expect(worked.errors.hasPrefix("error: the branch 'work' is checked out"))
        let bad = try await Program.run(["publish", "--branch", "a b"], in: repository.path)
        #expect((bad.code, bad.errors.hasPrefix("error: 'a b' is no name for a branch\n")) == (2, true))
    }

    @Test func aPushGoesOnFromWhatOthersPublished() async throws {
        let all = try TemporaryFolder()
        let remote = try TemporaryFolder(in: all, named: "remote.git")
        try remote.git("init", "-q", "--bare")
        let first = try await Self.repository(in: all)
        try first.git("remote", "add", "origin", remote.path)
        try first.git("push", "-q", "origin", "HEAD:main")
        #expect(try await Program.run(["publish", "--push"], in: first.path).code == 0)
        try all.git("clone", "-q", "-b", "main", remote.path, "second")
        let second = try TemporaryFolder(in: all, named: "second")
        try second.write("content/index.md", "Other words.\n")
        let run = try await Program.run(["publish", "--push"], in: second.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(run.output.hasSuffix("Pushed gh-pages to origin.\n"))
        // The first one knows only its own commit, and the remote has another one on top.
        let third = try await Program.run(["publish", "--push"], in: first.path)
        #expect((third.code, third.errors) == (0, ""))
        #expect(try remote.git("rev-list", "--count", "gh-pages") == "3\n")
        let lost = try await Program.run(["publish", "--push", "--remote", "nowhere"], in: first.path)
        #expect(lost.code == 2)
        #expect(
            lost.errors.hasPrefix(
                "error: Git cannot do its part: 'nowhere' does not appear to be a git repository"))
    }

    /// CI takes such words from settings.
    @Test func aRemoteIsNeverReadAsAnOption() async throws {
        let repository = try await Self.repository()
        let made = repository.path + "/made"
        let run = try await Program.run(
            ["publish", "--push", "--remote=--upload-pack=touch '\(made)';"], in: repository.path)
        #expect((run.code, repository.has("made")) == (2, false))
        #expect(run.errors.hasPrefix("error: Git cannot do its part: "))
    }

    @Test func nothingIsPublishedWithErrors() async throws {
        let repository = try await Self.repository()
        try SmallSite.write(
            to: repository, [.change(.framework, "read twice? → Log", to: "read twice? → Lag")])
        for arguments in [["publish"], ["publish", "--to", "www"]] {
            let run = try await Program.run(arguments, in: repository.path)
            #expect(run.code == 1)
            #expect(run.errors.hasSuffix("1 error\nNothing was published.\n"))
        }
        #expect(!repository.has("www"))
        #expect(try repository.git("branch", "--list", "gh-pages").isEmpty)
    }

    @Test func outsideOfARepositoryGitSaysSo() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        let run = try await Program.run(["publish"], in: site.path)
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("error: Git cannot do its part: not a git repository"))
    }

    @Test func aFolderGetsWhatChangedAndLosesWhatIsGone() async throws {
        let site = try TemporaryFolder()
        let second = "---\nstatus: accepted\n---\n# Use a table\n"
        try SmallSite.write(to: site, [.add("content/decisions/2026/0002-use-a-table.md", second)])
        #expect(try await Program.run(["publish", "--to", "www"], in: site.path).code == 0)
        #expect(site.has("www/decisions/2026/0002-use-a-table.html"))
        try site.write("www/.well-known", "Another program's.")
        let inode = { (name: String) in
            try FileManager.default.attributesOfItem(atPath: "\(site.path)/www/\(name)")[.systemFileNumber]
                as? Int
        }
        let before = try (inode("assets/style.css"), inode("index.html"))
        try FileManager.default.removeItem(atPath: site.path + "/content/decisions/2026")
        try site.write("content/index.md", "Other words.\n")
        let plan = try await Program.run(["publish", "--to", "www", "--dry-run"], in: site.path)
        #expect(plan.output.contains("removed  decisions/2026/0002-use-a-table.html\n"))
        #expect(site.has("www/decisions/2026/0002-use-a-table.html"))
        let run = try await Program.run(["publish", "--to", "www"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(!site.has("www/decisions/2026"))
        #expect(site.has("www/.well-known"))
        let after = try (inode("assets/style.css"), inode("index.html"))
        #expect(before.0 == after.0)
        #expect(before.1 != after.1)
        #expect(try site.read("www/index.html").contains("Other words."))
    }

    @Test func aFolderThatIsNotOursIsLeftAlone() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        try site.write("www/mine.txt", "Mine.")
        let run = try await Program.run(["publish", "--to", "www"], in: site.path)
        #expect(run.code == 2)
        #expect(
            run.errors == """
                error: 'www' is not empty and was not made by precedent, so it is left alone
                  help: empty it, or name a folder of the site's own, such as www/decisions

                """)
        #expect(try site.read("www/mine.txt") == "Mine.")
        let both = try await Program.run(["publish", "--to", "www", "--push"], in: site.path)
        #expect(both.code == 2)
    }

    /// Only what an earlier publish put there is removed or written over, and nothing of other hands.
    @Test func othersFilesInThePublishedFolderStay() async throws {
        let site = try TemporaryFolder()
        let second = "---\nstatus: accepted\n---\n# Use a table\n"
        try SmallSite.write(to: site, [.add("content/decisions/0002-use-a-table.md", second)])
        #expect(try await Program.run(["publish", "--to", "www"], in: site.path).code == 0)
        try site.write("www/robots.txt", "Mine.")
        try site.write("www/decisions/mine.html", "Mine.")
        try FileManager.default.removeItem(atPath: site.path + "/content/decisions/0002-use-a-table.md")
        let plan = try await Program.run(["publish", "--to", "www", "--dry-run"], in: site.path)
        #expect(plan.output.contains("kept     decisions/mine.html\n"))
        #expect(plan.output.contains("removed  decisions/0002-use-a-table.html\n"))
        #expect(plan.output.contains("kept     robots.txt\n"))
        #expect(try await Program.run(["publish", "--to", "www"], in: site.path).code == 0)
        #expect(!site.has("www/decisions/0002-use-a-table.html"))
        #expect(try site.read("www/robots.txt") == "Mine.")
        #expect(try site.read("www/decisions/mine.html") == "Mine.")
        // A page that comes to have the name of somebody else's file.
        try site.write("www/decisions/0003-use-a-tree.html", "Mine.")
        try site.write("content/decisions/0003-use-a-tree.md", second)
        for arguments in [["publish", "--to", "www", "--dry-run"], ["publish", "--to", "www"]] {
            let run = try await Program.run(arguments, in: site.path)
            #expect(run.code == 2)
            #expect(
                run.errors == """
                    error: 'www' holds files of the site's names that were not put there by precedent publish: decisions/0003-use-a-tree.html
                      help: move or remove them, or name another folder

                    """)
        }
        #expect(try site.read("www/decisions/0003-use-a-tree.html") == "Mine.")
        #expect(!site.has("www/decisions/0003-use-a-tree.md"))
    }

    /// A folder from before lists were kept: what is no part of the site cannot be told from others' files.
    @Test func withoutAListOfWhatWasPublishedNothingIsRemoved() async throws {
        let site = try TemporaryFolder()
        try SmallSite.write(to: site)
        #expect(try await Program.run(["publish", "--to", "www"], in: site.path).code == 0)
        try FileManager.default.removeItem(atPath: site.path + "/www/.precedent-files")
        try site.write("www/old.html", "Old.")
        try site.write("content/index.md", "Other words.\n")
        let run = try await Program.run(["publish", "--to", "www"], in: site.path)
        #expect((run.code, run.errors) == (0, ""))
        #expect(try site.read("www/old.html") == "Old.")
        #expect(try site.read("www/index.html").contains("Other words."))
    }
}
