import Languages
import Rules

/// A question of the live assessment, with what is needed to answer it.
struct AskedContext: PageContext {
    let question: Question
    /// The place of the question among all, from 1: ids of elements are made of it.
    let number: Int
    /// Texts that some rule asks for, as suggestions.
    let texts: [String]
    let phrases: Phrases

    /// An answer to choose.
    struct Choice: PageContext {
        /// As the framework has it, and as people read it.
        let label: String
        let shown: String

        static let fields = Fields<Choice>([.text("label") { $0.label }, .text("shown") { $0.shown }])
    }

    private var choices: [Choice] {
        question.type.labels.map { Choice(label: $0, shown: phrases.answer($0, to: question.type)) }
    }

    private var unit: String? { if case .number(_, _, let unit) = question.type { unit } else { nil } }

    private var isScale: Bool { if case .scale = question.type { true } else { false } }

    static let fields = Fields<AskedContext>([
        .text("number") { String($0.number) },
        .text("id") { $0.question.id },
        .text("name") { $0.question.name },
        .text("ask") { $0.question.ask },
        .text("reason") { $0.question.reason },
        .list("choices") { $0.choices },
        .flag("hasChoices") { !$0.choices.isEmpty },
        .flag("isScale") { $0.isScale },
        .flag("isNumber") { if case .number = $0.question.type { true } else { false } },
        .flag("isDate") { $0.question.type == .date },
        .flag("isText") { $0.question.type == .text },
        .text("unit") { $0.unit },
        .text("type") { $0.phrases.answers(of: $0.question.type) },
        .list("texts") { $0.texts.map { Choice(label: $0, shown: $0) } },
        .flag("hasTexts") { !$0.texts.isEmpty },
        .flag("isWayOut") { $0.question.isAboutReader },
    ])
}

/// The live assessment of a framework.
struct AssessPageContext: WholePageContext {
    let common: CommonContext
    let heading: String
    let frameworkURL: String
    let version: String?
    let questions: [AskedContext]
    /// What is certain before anything is answered.
    let verdict: VerdictContext
    let questionCount: Int
    /// The compiled framework and what is said of its parts, as JSON that may stand in HTML as it is; `nil` where the
    /// command line alone can work the rules out.
    let data: Data?
    /// The command that asks the same.
    let command: String
    /// The assessment's file, with nothing answered.
    let draft: String

    /// What the script reads.
    struct Data: PageContext {
        let framework: String
        let words: String

        static let fields = Fields<Data>([
            .html("framework") { $0.framework },
            .html("words") { $0.words },
        ])
    }

    static let fields = Fields<AssessPageContext>.page([
        .html("heading") { $0.heading },
        .text("frameworkURL") { $0.frameworkURL },
        .text("version") { $0.version },
        .list("questions") { $0.questions },
        .object("verdict") { $0.verdict },
        .text("questionCount") { String($0.questionCount) },
        .object("data") { $0.data },
        .text("command") { $0.command },
        .text("draft") { $0.draft },
    ])
}
