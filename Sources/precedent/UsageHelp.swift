import ArgumentParser
import Diagnostics

/// What was most likely meant by arguments that cannot be read, beyond what the parser itself says.
enum UsageHelp {
    /// The message for arguments that the parser refused; `nil` where its own is as good.
    static func message(for error: any Error, arguments: [String]) -> String? {
        guard let verb = arguments.first, !verb.hasPrefix("-") else { return nil }
        let commands = PrecedentCommand.configuration.subcommands
        guard let command = commands.first(where: { $0.configuration.commandName == verb }) else {
            return unknownVerb(verb, among: commands.compactMap { $0.configuration.commandName })
        }
        let text = PrecedentCommand.message(for: error)
        if text.contains("nexpected argument"),
            [BuildCommand.name, ServeCommand.name, CheckCommand.name].contains(verb)
        {
            return
                "error: 'precedent \(verb)' takes no path\n  help: use --site DIR, or -C DIR, for a site elsewhere\n"
        }
        guard let (name, meant) = cutOption(text, of: command) else { return nil }
        let asked = "Unknown option '\(name)'. Did you mean '\(meant)'?"
        return PrecedentCommand.fullMessage(for: error).replacing(text, with: asked) + "\n"
    }

    private static func unknownVerb(_ verb: String, among verbs: [String]) -> String? {
        guard verb != "help" else { return nil }
        let help =
            didYouMean(verb, among: verbs + ["help"])
            ?? "the verbs are \(verbs.joined(separator: ", ")); 'precedent --help' says what they do"
        return "error: no verb is called '\(verb)'\n  help: \(help)\n"
    }

    /// An unknown option that is the beginning of one that the verb has: `--out` of `--output`.
    private static func cutOption(_ text: String, of command: any ParsableCommand.Type) -> (String, String)? {
        guard let start = text.firstRange(of: "Unknown option '--") else { return nil }
        let name = "--" + text[start.upperBound...].prefix { $0 != "'" }
        let help = PrecedentCommand.helpMessage(for: command)
        let known = Set(help.split { !($0.isLetter || $0 == "-") }.filter { $0.hasPrefix("--") })
        let meant = known.filter { $0.hasPrefix(name) }
        guard name.count > 3, meant.count == 1, let only = meant.first else { return nil }
        return (name, String(only))
    }
}
