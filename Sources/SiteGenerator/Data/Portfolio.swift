import Decisions
import Rules

/// All assessments of a framework side by side: against its options, by what divides them, and by how near each is to
/// another recommendation.
struct Portfolio: Sendable {
    let framework: Framework
    let rows: [Row]
    /// The questions whose answers differ between assessments that come to different recommendations, the most telling
    /// first.
    let dividers: [Divider]
    /// How many pairs of assessments are decided and come to different recommendations.
    let pairs: Int

    /// An assessment.
    struct Row: Sendable {
        let assessment: Assessment
        let verdict: Verdict
        /// How many answers have to change at least before something else is certain; `nil` where nothing is decided, or
        /// where no change leads anywhere, or where it is not known.
        let distance: Int?
        /// What then is certain.
        let nearest: [Recommendation]
        /// What was signed last, with how that compares to today.
        let signing: (signing: Signing, words: SigningWording)?
    }

    /// A question that tells assessments apart.
    struct Divider: Sendable {
        let question: Int
        /// The pairs of different recommendations of which both are answered, by answers that some rule tells apart.
        let told: Int
        /// Each answer with the rows that give it, in the order in which the answers come.
        let answers: [(answer: String, rows: [Int])]
    }

    init(of framework: Framework, in site: Site) {
        self.framework = framework
        rows = Site.newestFirst(site.model.assessments.filter { $0.framework == framework.id }).compactMap {
            assessment in
            guard let verdict = site.verdicts[assessment.id], let logic = site.model.logic(of: assessment)
            else { return nil }
            let changes = logic.changes(from: assessment.latest.values, limit: 1)
            let size = verdict.decided && changes.extent == .exact ? changes.ways.first?.size : nil
            return Row(
                assessment: assessment, verdict: verdict, distance: size,
                nearest: changes.ways.filter { $0.size == size }.map(\.recommendation),
                signing: assessment.signings.last.map { ($0, SigningWording($0, verdict, of: framework)) })
        }
        let decided = rows.indices.filter { [rows] in rows[$0].verdict.decided }
        var different: [(Int, Int)] = []
        for (place, a) in decided.enumerated() {
            for b in decided[(place + 1)...] where rows[a].options != rows[b].options {
                different.append((a, b))
            }
        }
        pairs = different.count
        dividers = Self.dividers(rows, different, framework)
    }

    private static func dividers(
        _ rows: [Row], _ different: [(Int, Int)], _ framework: Framework
    ) -> [Divider] {
        guard let logic = framework.logic else { return [] }
        let all = logic.questions.indices.filter { !logic.questions[$0].isAboutReader }.compactMap {
            index -> Divider? in
            let texts = rows.map { $0.answer(to: logic.questions[index]) }
            let id = logic.questions[index].id
            let told = different.count { a, b in
                guard let one = rows[a].assessment.latest.answers[id]?.value,
                    let other = rows[b].assessment.latest.answers[id]?.value
                else { return false }
                return logic.tellsApart(one, other, toQuestion: index)
            }
            guard told > 0 else { return nil }
            var answers: [(answer: String, rows: [Int])] = []
            for (row, text) in texts.enumerated() {
                guard let text else { continue }
                if let known = answers.firstIndex(where: { $0.answer == text }) {
                    answers[known].rows.append(row)
                } else {
                    answers.append((text, [row]))
                }
            }
            return Divider(question: index, told: told, answers: answers)
        }
        return all.sorted { ($1.told, $0.question) < ($0.told, $1.question) }
    }
}

extension Portfolio.Row {
    /// The options that are recommended, as a set to compare by.
    var options: Set<Int> { Set(verdict.recommendations.map(\.option)) }

    /// An answer in words; `nil` where it is open.
    func answer(to question: Question) -> String? {
        assessment.latest.answers[question.id]?.value.map(question.type.text)
    }

    /// How an option stands: recommended, part of what is, possible, ruled out, or out.
    func state(of option: Int, combines: [Int]) -> Portfolio.State {
        if verdict.decided {
            if options.contains(option) {
                return verdict.recommendations.first?.startingPoint == true ? .startingPoint : .recommended
            }
            if combines.contains(option) { return .part }
        } else if verdict.possible.contains(where: { $0.options.contains(option) }) {
            return .possible
        }
        return verdict.standings[option].isViable == false ? .ruledOut : .out
    }
}

extension Portfolio {
    /// How an option stands in an assessment.
    enum State: String, Sendable {
        case recommended, part, possible, out
        case startingPoint = "starting point"
        case ruledOut = "ruled out"

        /// Its sign, which only repeats the word.
        var glyph: String {
            switch self {
            case .recommended, .startingPoint: "●"
            case .part: "◐"
            case .possible: "◌"
            case .ruledOut: "⊘"
            case .out: "–"
            }
        }
    }
}

/// Where the portfolios of a site stand.
struct PortfolioPaths: Sendable, Hashable {
    let page: String
    let csv: String
    let json: String

    /// Those of a framework, beside its page.
    init(beside page: String) {
        let stem = page.dropLast(".html".count) + "-portfolio"
        self.page = "\(stem).html"
        csv = "\(stem).csv"
        json = "\(stem).json"
    }

    /// All three.
    var all: [String] { [page, csv, json] }
}

/// A portfolio as a table for programs that calculate (RFC 4180): a row for each assessment, and at the end a column for
/// each question.
struct PortfolioCSV: DataFile {
    let framework: String

    func bytes(of site: Site) -> [UInt8] {
        guard let portfolio = site.sideBySide[framework] else { return [] }
        let framework = portfolio.framework
        let questions = framework.logic?.askedQuestions ?? []
        // Several options at once are a tie, and none is a recommendation too.
        let ids = { (options: [Int]) in
            options.isEmpty ? "nothing" : options.map { framework.options[$0].id }.joined(separator: "+")
        }
        var lines = [
            [
                "assessment", "title", "date", "decided", "recommended", "possible", "answered", "questions",
                "changes", "nearest", "signed", "signedDate", "signedAgrees", "url",
            ] + questions.map(\.id)
        ]
        for row in portfolio.rows {
            let assessment = row.assessment
            let known: [String] = [
                assessment.id, assessment.title, (assessment.latest.date ?? assessment.date)?.iso ?? "",
                row.verdict.decided ? "yes" : "no",
                row.verdict.decided ? ids(row.verdict.recommendations.map(\.option)) : "",
                row.verdict.possible.map { ids($0.options) }.joined(separator: " "),
                "\(row.verdict.answeredCount)", "\(row.verdict.questionCount)",
                row.distance.map { "\($0)" } ?? "",
                row.nearest.map { ids($0.options) }.joined(separator: " "),
                row.signing.map { $0.signing.recommendation.joined(separator: "+") } ?? "",
                row.signing?.signing.date?.iso ?? "",
                row.signing.map { $0.words.agrees ? "yes" : "no" } ?? "",
                site.address(of: assessment.file.pagePath),
            ]
            lines.append(known + questions.map { row.answer(to: $0) ?? "" })
        }
        return Array(lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    private static func field(_ text: String) -> String {
        let isPlain = !text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }
}

/// A portfolio as JSON: the same, and what divides the assessments.
struct PortfolioJSON: DataFile {
    let framework: String

    func bytes(of site: Site) -> [UInt8] {
        guard let portfolio = site.sideBySide[framework], let logic = portfolio.framework.logic else {
            return []
        }
        let framework = portfolio.framework
        let ids = { (options: [Int]) in JSONValue.list(options.map { .text(framework.options[$0].id) }) }
        var out: [UInt8] = []
        out += "{\"framework\":".utf8
        JSONValue.text(framework.id).write(to: &out)
        out += ",\"assessments\":".utf8
        JSONValue.write(
            lines: portfolio.rows.map { row in
                let assessment = row.assessment
                return .object([
                    ("assessment", .text(assessment.id)), ("title", .text(assessment.title)),
                    ("date", JSONValue((assessment.latest.date ?? assessment.date)?.iso)),
                    ("url", .text(site.address(of: assessment.file.pagePath))),
                    ("decided", .flag(row.verdict.decided)),
                    ("recommended", ids(row.verdict.recommendations.map(\.option))),
                    ("possible", .list(row.verdict.possible.map { ids($0.options) })),
                    ("answered", .number(row.verdict.answeredCount)),
                    ("questions", .number(row.verdict.questionCount)),
                    ("changes", JSONValue(row.distance)),
                    ("nearest", .list(row.nearest.map { ids($0.options) })),
                    (
                        "signed",
                        row.signing.map { signed in
                            .object([
                                ("date", JSONValue(signed.signing.date?.iso)),
                                (
                                    "recommended",
                                    .list(signed.signing.recommendation.map { .text($0) })
                                ),
                                ("agrees", .flag(signed.words.agrees)),
                            ])
                        } ?? .null
                    ),
                    (
                        "answers",
                        .object(
                            logic.askedQuestions.map { ($0.id, JSONValue(row.answer(to: $0))) })
                    ),
                ])
            }, to: &out)
        out += ",\"pairs\":\(portfolio.pairs),\"dividers\":".utf8
        JSONValue.write(
            lines: portfolio.dividers.map { divider in
                .object([
                    ("question", .text(logic.questions[divider.question].id)),
                    ("tellsApart", .number(divider.told)),
                ])
            }, to: &out)
        out += "}\n".utf8
        return out
    }
}
