import Decisions
import FoundationEssentials
import Rules

/// A portfolio as a table for programs that calculate (RFC 4180): a row for each assessment, and at the end a column for
/// each question.
struct PortfolioCSV: DataFile {
    let framework: String

    func bytes(of site: Site) -> [UInt8] {
        guard let portfolio = site.sideBySide[framework] else { return [] }
        let framework = portfolio.framework
        let questions = framework.logic?.askedQuestions ?? []
        var lines = [
            [
                "assessment", "title", "date", "framework", "decided", "recommended", "possible", "answered",
                "questions",
                "changes", "nearest", "signed", "signedDate", "signedAgrees", "url",
            ] + questions.map(Self.heading)
        ]
        for row in portfolio.rows {
            let assessment = row.assessment
            // Several options at once are a tie, and none is a recommendation too.
            let ids = { (options: [Int]) in
                options.isEmpty
                    ? "nothing" : options.map { row.framework.options[$0].id }.joined(separator: " + ")
            }
            let known: [String] = [
                assessment.id, assessment.title, (assessment.latest.date ?? assessment.date)?.iso ?? "",
                row.framework.id,
                row.verdict.decided ? "yes" : "no",
                row.verdict.decided ? ids(row.verdict.recommendations.map(\.option)) : "",
                row.verdict.possible.map { ids($0.options) }.joined(separator: "; "),
                "\(row.verdict.answeredCount)", "\(row.verdict.questionCount)",
                row.distance.map { "\($0)" } ?? "",
                row.nearest.map { ids($0.options) }.joined(separator: "; "),
                row.signing.map { $0.signing.recommendation.joined(separator: " + ") } ?? "",
                row.signing?.signing.date?.iso ?? "",
                row.signing?.words.agreement.rawValue ?? "",
                site.address(of: assessment.file.pagePath),
            ]
            lines.append(known + questions.map { row.value(of: $0)?.text ?? "" })
        }
        return Array(lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    /// "rate (msg/s)": a question's id, with the unit of what stands below it.
    private static func heading(_ question: Question) -> String {
        question.type.unit.map { "\(question.id) (\($0))" } ?? question.id
    }

    /// A text as a field. What a program that calculates would take for a formula begins with an apostrophe, which tells
    /// it that it is text; a number is none.
    private static func field(_ text: String) -> String {
        let isFormula =
            text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
            && Number(plain: text) == nil
        let text = isFormula ? "'\(text)" : text
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
        var out: [UInt8] = []
        out += "{\"framework\":".utf8
        JSONValue.text(framework.id).write(to: &out)
        out += ",\"units\":".utf8
        let units = logic.askedQuestions.compactMap { question in
            question.type.unit.map { (question.id, JSONValue.text($0)) }
        }
        JSONValue.object(units).write(to: &out)
        out += ",\"assessments\":".utf8
        JSONValue.write(
            lines: portfolio.rows.map { row in
                let assessment = row.assessment
                let ids = { (options: [Int]) in
                    JSONValue.list(options.map { .text(row.framework.options[$0].id) })
                }
                return .object([
                    ("assessment", .text(assessment.id)), ("title", .text(assessment.title)),
                    ("date", JSONValue((assessment.latest.date ?? assessment.date)?.iso)),
                    ("framework", .text(row.framework.id)),
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
                                ("agrees", .text(signed.words.agreement.rawValue)),
                            ])
                        } ?? .null
                    ),
                    (
                        "answers",
                        .object(
                            logic.askedQuestions.map {
                                ($0.id, row.value(of: $0).map(JSONValue.init(answer:)) ?? .null)
                            })
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

extension JSONValue {
    /// An answer: a number as a number, all else as text.
    fileprivate init(answer: AnswerValue) {
        self = if case .number(let number) = answer { .decimal(number) } else { .text(answer.text) }
    }
}
