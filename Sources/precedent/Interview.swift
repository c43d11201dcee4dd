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
        case answer(AnswerValue, doubt: String?), open, keep, back, quit
        /// None of these, and why, where that is not plain to see.
        case other(String?)
    }

    /// The answers given. What is left blank stays open, and so does the rest where someone stops.
    mutating func answers() -> Answers {
        let areYesNo = questions.allSatisfy { $0.type == .yesNo }
        Terminal.write(
            "\(areYesNo ? "Answer yes or no. " : "")Enter or ? leaves a question open, b goes back, q stops here.\n"
        )
        var index = 0
        while questions.indices.contains(index) {
            let question = questions[index]
            Terminal.write("\n" + text(of: question, at: index))
            guard let line = readLine() else { break }
            switch reply(line.trimmingCharacters(in: .whitespaces), to: question) {
            case .answer(let value, let doubt):
                given[question.id] = value
                if let doubt { Terminal.write("     \(doubt).\n") }
            case .open: given[question.id] = nil
            case .keep: break
            case .back:
                index = max(0, index - 1)
                continue
            case .quit:
                Terminal.write("\n")
                return Answers(given)
            case .other(let why):
                let answers = question.type == .yesNo ? "yes and no" : question.type.description
                Terminal.write(
                    "     \(why.map { "\($0). " } ?? "")The answers are \(answers); ? leaves it open, b goes back, q stops.\n"
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
        if question.type != .yesNo { text += "     \(Terminal.dim(question.type.description))\n" }
        if question.isAboutReader {
            text += "     \(Terminal.dim("Only where you are unsure; else leave it open."))\n"
        }
        if let reason = question.reason, !reason.isEmpty {
            text += "     \(Terminal.dim(Self.line(of: reason)))\n"
        }
        if let value = given[question.id] {
            text += "     \(question.type.text(value)) so far; Enter keeps it.\n"
        }
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
        // A site's own word for an answer comes before the commands, but free text would take them all.
        let reading = question.type.read(answer: text, words: words)
        if question.type != .text {
            switch reading {
            case .answer(let value): return .answer(value, doubt: nil)
            case .doubtful(let value, let doubt): return .answer(value, doubt: doubt)
            case .none: break
            }
        }
        switch folded {
        case "b", "back": return .back
        case "q", "quit": return .quit
        default: break
        }
        switch reading {
        case .answer(let value), .doubtful(let value, _): return .answer(value, doubt: nil)
        case .none(let why, _): return .other(question.type.labels.isEmpty ? why : nil)
        }
    }
}
