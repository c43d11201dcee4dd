import Diagnostics
import Foundation
import Markdown
import Testing

/// Files are UTF-8; of what is not, the first byte is pointed at.
struct EncodingTests {
    @Test(
        arguments: [
            // A byte that begins nothing, one alone, too long, a surrogate, too large, cut short.
            ([0x61, 0xFF], 1), ([0x61, 0x62, 0x80, 0x63], 2), ([0xC0, 0xAF], 0),
            ([0xC3, 0xA9, 0xED, 0xA0, 0x80], 2),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0x61, 0xE2, 0x82], 1), ([0x61, 0xC3, 0xA9], nil), ([], nil),
            ([0xF0, 0x9F, 0x8E, 0x89], nil), ([0x00], nil),
        ] as [([UInt8], Int?)])
    func theFirstByteThatIsNotUTF8(bytes: [UInt8], first: Int?) {
        #expect(TextEncoding.firstInvalidByte(in: bytes) == first)
    }

    @Test func everyByteOfWindows1252IsACharacter() throws {
        let bytes = (UInt8.min...UInt8.max).map { $0 }
        let text = String(decoding: TextEncoding.utf8(fromWindows1252: bytes), as: UTF8.self)
        #expect(text.unicodeScalars.count == 256)
        for (byte, scalar) in zip(bytes, text.unicodeScalars) {
            switch byte {
            // The code page leaves these free; the Encoding Standard gives them the control of their number.
            case 0x81, 0x8D, 0x8F, 0x90, 0x9D: #expect(scalar.value == UInt32(byte))
            default:
                #expect(
                    String(scalar) == String(data: Data([byte]), encoding: .windowsCP1252), "byte \(byte)")
            }
        }
    }

    @Test func aFileThatIsNotUTF8CountsAsEmpty() {
        let document = Document(Array("# Gr".utf8) + [0xFC] + Array("n\n".utf8), file: "f")
        #expect(
            document.problems == [
                Diagnostic(
                    "not-utf-8", at: .init(file: "f", line: 1, column: 5), "this file is not UTF-8",
                    suggestion: "save it as UTF-8")
            ])
        #expect(document.blocks.first == nil)
    }

    @Test func anOldLogIsReadAsWindows1252() {
        let bytes = Array("---\r\ntitle: x\r\n---\r\n# Gr".utf8) + [0xFC, 0x6E, 0x20, 0x96, 0x20, 0x80, 0x0A]
        let document = Document(bytes, file: "f", strictness: .forgiving)
        #expect(
            document.problems == [
                Diagnostic(
                    "not-utf-8", .warning, at: .init(file: "f", line: 4, column: 5),
                    "this file is not UTF-8; it is read as Windows-1252", suggestion: "save it as UTF-8")
            ])
        #expect(document.headings().map(\.title) == ["Grün – €"])
        #expect(document.frontMatter["title"]?.text == "x")
    }

    @Test(arguments: [Document.Strictness.strict, .forgiving])
    func aByteOrderMarkIsNoText(strictness: Document.Strictness) {
        let document = Document(Array("\u{FEFF}Ö\u{FEFF}".utf8), file: "f", strictness: strictness)
        #expect(document.problems.isEmpty)
        #expect(Array(document.root.plainText.utf8) == Array("Ö\u{FEFF}".utf8))
    }

    @Test func aMarkIsNotCountedInThePlaceOfABadByte() {
        let document = Document([0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x62, 0xFF], file: "f")
        #expect(document.problems.map(\.location) == [.init(file: "f", line: 2, column: 2)])
    }
}
