public import Diagnostics

/// One checklist item as an author wrote it: its question and the text behind its last arrow (FORMATS 1.4).
public struct ChecklistItem: Sendable, Hashable {
    /// The id of the question: of its own, unique in its framework, or where it has a test the one that is tested.
    public var id: String
    /// The short name.
    public var name: String
    /// The question in full.
    public var ask: String
    /// What the answer to a question of the questions table has to be; `nil` where the item asks for itself and *yes* counts.
    public var test: SourcedText?
    /// What a *yes* means, or an answer that meets the test; not yet parsed.
    public var target: SourcedText
    /// The author's reason, shown wherever the rule counts.
    public var reason: String?
    /// Where the item stands.
    public var location: SourceLocation

    /// Creates an item.
    public init(
        id: String, name: String, ask: String, test: SourcedText? = nil, target: SourcedText,
        reason: String? = nil, location: SourceLocation
    ) {
        self.id = id
        self.name = name
        self.ask = ask
        self.test = test
        self.target = target
        self.reason = reason
        self.location = location
    }
}

/// A row of a table of questions as an author wrote it (FORMATS 1.2).
public struct QuestionSource: Sendable, Hashable {
    /// The id: the slug of the short name.
    public var id: String
    /// The short name.
    public var name: String
    /// The question in full.
    public var ask: String
    /// What may be answered, not yet parsed.
    public var type: SourcedText
    /// Why it matters.
    public var reason: String?
    /// Where the row stands.
    public var location: SourceLocation

    /// Creates a question.
    public init(
        id: String, name: String, ask: String, type: SourcedText, reason: String? = nil,
        location: SourceLocation
    ) {
        self.id = id
        self.name = name
        self.ask = ask
        self.type = type
        self.reason = reason
        self.location = location
    }
}

/// A question of a compiled framework.
public struct Question: Sendable, Hashable {
    /// The id under which answers are given.
    public let id: String
    /// The short name.
    public let name: String
    /// The question in full.
    public let ask: String
    /// What may be answered.
    public let type: AnswerType
    /// The author's reason for asking.
    public let reason: String?
    /// Where it is asked.
    public let location: SourceLocation
    /// Whether it asks about the reader and not about the subject: it is the fallback's question, which
    /// unanswered is not asserted, never open and not counted (FORMATS 1.4).
    public let isAboutReader: Bool
    /// Whether anyone is asked. A fallback whose item ends in no question mark, `Otherwise → Start with RAG`, is where
    /// to start when nothing else decides, and takes no answer.
    public let isAsked: Bool
    /// Whether it is a fact that nobody can change, never proposed as a change (FORMATS 1.2).
    public let isFixed: Bool
}

extension String {
    /// Whether a text ends in a question mark, of any script; quotes and brackets may stand behind it.
    public var isQuestion: Bool {
        var rest = self[...]
        while let last = rest.last, last.isWhitespace || "\"'”’»)]".contains(last) { rest.removeLast() }
        guard let last = rest.last else { return false }
        // The Greek mark is canonically a semicolon, and typed as one.
        return "?？؟".contains(last) || last == ";" && isGreek
    }

    private var isGreek: Bool {
        unicodeScalars.contains { (0x370...0x3FF).contains($0.value) || (0x1F00...0x1FFF).contains($0.value) }
    }
}
