import Foundation
import Testing

@testable import Markdown

/// Our HTML against cmark's own.
struct RenderingTests {
    @Test(arguments: MarkdownSamples.all)
    func samplesAreRenderedAsByCMark(_ sample: MarkdownSample) {
        CMarkComparison.expectSameHTML(Array(sample.text.utf8), file: sample.name)
    }

    @Test func ownContentIsRenderedAsByCMark() throws {
        let root = try Repository.root()
        let files = try Repository.markdownFiles(below: root.appending(path: "content"))
        #expect(!files.isEmpty)
        for file in files {
            CMarkComparison.expectSameHTML([UInt8](try Data(contentsOf: file)), file: file.path)
        }
    }

    @Test(.enabled(if: Repository.corpus != nil, "names a folder of Markdown in PRECEDENT_CORPUS"))
    func aCorpusIsRenderedAsByCMark() throws {
        let files = try Repository.markdownFiles(below: try #require(Repository.corpus))
        #expect(!files.isEmpty)
        for file in files {
            CMarkComparison.expectSameHTML([UInt8](try Data(contentsOf: file)), file: file.path)
        }
    }
}
