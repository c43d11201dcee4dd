import Decisions
import Languages
import FoundationEssentials
import Rules

/// All assessments of a framework side by side: against its options, by what divides them, and by how near each is to
/// another recommendation.
struct Portfolio: Sendable {
    let framework: Framework
    let rows: [Row]
    /// The questions whose answers differ between assessments that come to different recommendations, the most telling
    /// first.
    let dividers: [Divider]
    /// How many pairs of assessments that the present version judges are decided and come to different recommendations.
    let pairs: Int

    /// An assessment.
    struct Row: Sendable {
        let assessment: Assessment
        /// What it is judged by: the framework, or a version of it that is kept.
        let framework: Framework
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
        rows = Site.newestFirst(site.model.assessments(inPortfolioOf: framework)).compactMap { assessment in
            guard let verdict = site.verdicts[assessment.id], let logic = site.model.logic(of: assessment),
                let own = site.model.framework(assessment.framework)
            else { return nil }
            let changes = logic.changes(from: assessment.latest.values, limit: 1)
            let size = verdict.decided && changes.extent == .exact ? changes.ways.first?.size : nil
            return Row(
                assessment: assessment, framework: own, verdict: verdict, distance: size,
                nearest: changes.ways.filter { $0.size == size }.map(\.recommendation),
                signing: assessment.signings.last.map {
                    ($0, SigningWording($0, verdict, of: own, in: site.phrases))
                })
        }
        // Answers to other rules are not told apart by these.
        let decided = rows.indices.filter { [rows] in
            rows[$0].verdict.decided && rows[$0].framework.id == framework.id
        }
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

    /// The version that judges it, where that is not the present one.
    var keptVersion: String? { framework.keptFrom == nil ? nil : framework.version ?? framework.id }

    /// An answer; `nil` where it is open.
    func value(of question: Question) -> AnswerValue? { assessment.latest.answers[question.id]?.value }

    /// An answer in words; `nil` where it is open.
    func answer(to question: Question) -> String? {
        let own = framework.logic?.questions.first { $0.id == question.id } ?? question
        return value(of: question).map(own.type.text)
    }

    /// How an option stands, by its id: recommended, part of what is, possible, ruled out, or not recommended.
    func state(of id: String) -> Portfolio.State {
        guard let option = framework.options.firstIndex(where: { $0.id == id }) else { return .unknown }
        if verdict.decided {
            if options.contains(option) {
                return verdict.recommendations.first?.startingPoint == true ? .startingPoint : .recommended
            }
            if options.contains(where: { framework.logic?.atoms(of: $0).contains(option) == true }) {
                return .part
            }
        } else if verdict.possible.contains(where: { $0.options.contains(option) }) {
            return .possible
        }
        if verdict.standings[option].isViable == false { return .ruledOut }
        return verdict.decided ? .notRecommended : .impossible
    }

    /// The tally of an option, by its id; nothing where that says nothing.
    func tally(of id: String, in phrases: Phrases) -> String {
        let standing = framework.options.firstIndex { $0.id == id }.map { verdict.standings[$0] }
        return standing.map { $0.tally == 0 ? "" : phrases.signed($0.tally) } ?? ""
    }
}

extension Portfolio {
    /// How an option stands in an assessment.
    enum State: String, Sendable {
        case recommended, part, possible
        case startingPoint = "starting point"
        case ruledOut = "ruled out"
        case notRecommended = "not recommended"
        case impossible = "no longer possible"
        /// The version that judges the assessment does not have it.
        case unknown = "not an option then"

        /// Its sign, which only repeats the word.
        var glyph: String {
            switch self {
            case .recommended, .startingPoint: "●"
            case .part: "◐"
            case .possible: "◌"
            case .ruledOut: "⊘"
            case .notRecommended, .impossible, .unknown: "–"
            }
        }
    }
}

extension DecisionModel {
    /// The assessments by a framework, and those that a kept version of it judges.
    func assessments(inPortfolioOf framework: Framework) -> [Assessment] {
        assessments.filter { assessment in
            self.framework(assessment.framework).map { present(of: $0).id == framework.id } ?? false
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
