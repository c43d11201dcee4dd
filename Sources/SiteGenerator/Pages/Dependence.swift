public import Decisions
public import Languages
public import Rules

/// What depends on an open question: for each of its answers, what is then still possible.
public struct Dependence: Sendable {
    /// The question.
    public let question: Int
    /// Its answers, in the order of its type.
    public let cases: [Case]

    /// One answer and what it would leave.
    public struct Case: Sendable {
        /// The answer.
        public let answer: String
        /// "Kafka or SQS".
        public let outcome: String
    }

    /// For each open question that matters what its answer alone would leave, by the rules themselves. Past what they
    /// can tell exactly, nothing.
    /// - Parameter logic: the rules that gave the verdict, with the assessment's own weights.
    public static func all(
        of verdict: Verdict, on answers: Answers, in framework: Framework, by logic: Logic,
        saying phrases: Phrases
    ) -> [Dependence] {
        guard !verdict.decided, verdict.isExact else { return [] }
        return verdict.open.filter(\.matters).map { open in
            let question = logic.questions[open.question]
            let cases = question.type.labels.map { label in
                var given = answers
                given[question.id] = .label(label)
                let then = logic.evaluate(given)
                let words = VerdictWording(then, of: framework, in: phrases)
                // Where to start comes last: before others it would seem to govern them too.
                let firm = then.possible.filter { !$0.startingPoint }.map(words.names)
                let starts = then.possible.filter(\.startingPoint).map {
                    phrases("verdict.start-with", ["option": words.names($0)])
                }
                return Case(
                    answer: phrases.answer(label, to: question.type),
                    outcome: phrases.list(firm + starts, .or))
            }
            return Dependence(question: open.question, cases: cases)
        }
    }
}
