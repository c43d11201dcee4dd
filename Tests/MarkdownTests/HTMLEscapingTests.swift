import Markdown
import Testing

struct HTMLEscapingTests {
    /// What the definition says, a character at a time.
    private static func plainly(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: "\(character)"
            }
        }.joined()
    }

    /// Eight bytes are looked at in one go: what is escaped may stand at each place among them, beside bytes that differ from
    /// it in one bit or lie around it.
    @Test func everyByteIsEscapedAtEveryPlace() {
        let near = "\"&<>#'!;:=?2l\u{80}ä€ "
        for character in near {
            for place in 0..<19 {
                for length in place..<19 {
                    var text = Array(repeating: Character("a"), count: length)
                    text.insert(character, at: place)
                    #expect(HTMLEscaping.escape(String(text)) == Self.plainly(String(text)))
                }
            }
        }
    }

    @Test func runsOfSuchBytesAreEscapedOneByOne() {
        for a in "\"&<>a!=?" {
            for b in "\"&<>a!=?" {
                for c in "\"&<>a!=?" {
                    let text = String(repeating: "\(a)\(b)\(c)x", count: 6)
                    var out = Array("before ".utf8)
                    HTMLEscaping.append(text.utf8, to: &out)
                    #expect(String(decoding: out, as: UTF8.self) == "before " + Self.plainly(text))
                }
            }
        }
    }
}
