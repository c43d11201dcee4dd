import Foundation
import Rules

/// Asks a framework's questions in the terminal, one at a time.
struct Interview {
    private let questions: [Question]
    private let words: Words
    private var given: [String: AnswerValue] = [:]

    init(_ logic: Logic, words: Words) {
        questions = logic.askedQuestions
        self.words = words
    }

    private enum Reply {
        case answer(AnswerValue), open, keep, back, quit, other
    }

    /// The answers given. What is left blank stays open, and so does the rest where someone stops.
    mutating func answers() -> Answers {
        Terminal.write("Answer yes or no. Enter or ? leaves a question open, b goes back, q stops here.\n")
        var index = 0
        while questions.indices.contains(index) {
            let question = questions[index]
            Terminal.write("\n" + text(of: question, at: index))
            guard let line = readLine() else { break }
            switch reply(line.trimmingCharacters(in: .whitespaces), to: question) {
            case .answer(let value): given[question.id] = value
            case .open: given[question.id] = nil
            case .keep: break
            case .back:
                index = max(0, index - 1)
                continue
            case .quit:
                Terminal.write("\n")
                return Answers(given)
            case .other:
                Terminal.write(
                    "     The answers are \(question.type.labels.joined(separator: " and ")); ? leaves it open, b goes back, q stops.\n"
                )
                continue
            }
            index += 1
        }
        Terminal.write("\n")
        return Answers(given)
    }

    /// The question under its short name, its reason, and the answer that it has already.
    private func text(of question: Question, at index: Int) -> String {
        let isNamed = question.name != question.ask
        var text = "\(index + 1)/\(questions.count)  "
        text += isNamed ? "\(Terminal.bold(question.name)). \(question.ask)\n" : "\(question.ask)\n"
        if question.isAboutReader {
            text += "     \(Terminal.dim("Only where you are unsure; else leave it open."))\n"
        }
        if let reason = question.reason, !reason.isEmpty {
            text += "     \(Terminal.dim(Self.line(of: reason)))\n"
        }
        if let value = given[question.id] { text += "     \(value.text) so far; Enter keeps it.\n" }
        return text + "     > "
    }

    /// As much of a text as one line of a terminal holds.
    private static func line(of text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        var line = ""
        for word in words {
            if line.count + word.count > 72 { return line + " …" }
            line += line.isEmpty ? "\(word)" : " \(word)"
        }
        return line
    }

    private func reply(_ text: String, to question: Question) -> Reply {
        let folded = text.lowercased()
        switch folded {
        case "": return given[question.id] == nil ? .open : .keep
        case "?": return .open
        default: break
        }
        // A site's own word for an answer comes before the commands.
        if let value = question.type.parse(answer: text, words: words) { return .answer(value) }
        switch folded {
        case "y": return .answer(.yes)
        case "n": return .answer(.no)
        case "b", "back": return .back
        case "q", "quit": return .quit
        default: return .other
        }
    }
}
