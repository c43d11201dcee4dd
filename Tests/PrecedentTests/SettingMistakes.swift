extension Mistake {
    /// What authors get wrong in the configuration.
    static let settings: [Mistake] = [
        Mistake(
            "an unknown key, near to one",
            [.change(.configuration, "title: Messaging", to: "tilte: Messaging")],
            says: """
                precedent.yml:1:1: error: 'tilte' is no key of the configuration [unknown-key]
                 1 | tilte: Messaging
                   | ^~~~~
                  help: did you mean 'title'?
                1 error
                """),
        Mistake(
            "an unknown key, far from all",
            [.change(.configuration, "title: Messaging", to: "theme: dark")],
            says: """
                precedent.yml:1:1: error: 'theme' is no key of the configuration [unknown-key]
                 1 | theme: dark
                   | ^~~~~
                  help: the keys are title, base, language, author, logo, colours, nav, repository, decisions, content, templates, output, mermaid, statuses, words, history, checks, allowRawHTML
                1 error
                """),
        Mistake(
            "a key as other generators call it",
            [.change(.configuration, "title: Messaging", to: "url: https://example.com")],
            says: """
                precedent.yml:1:1: error: 'url' is no key of the configuration [unknown-key]
                 1 | url: https://example.com
                   | ^~~
                  help: did you mean 'base'?
                1 error
                """),
        Mistake(
            "a language as a system names it",
            [.change(.configuration, "title: Messaging", to: "language: de_AT")],
            says: """
                precedent.yml:1:11: error: 'de_AT' is no tag of a language [bad-value]
                 1 | language: de_AT
                   |           ^~~~~
                  help: write 'de-AT'
                1 error
                """),
        Mistake(
            "a language that is none",
            [.change(.configuration, "title: Messaging", to: "language: 5")],
            says: """
                precedent.yml:1:11: error: '5' is no tag of a language [bad-value]
                 1 | language: 5
                   |           ^
                  help: write a tag such as 'en', 'de' or 'pt-BR'
                1 error
                """),
        Mistake(
            "a configuration that is not YAML",
            [.change(.configuration, "title: Messaging", to: "title: [Messaging")],
            says: """
                precedent.yml:2:1: error: this is not YAML: did not find expected ',' or ']' [bad-yaml]
                 2 |\u{20}
                   | ^
                precedent.yml:1:8: note: while parsing a flow sequence, which begins here
                 1 | title: [Messaging
                   |        ^
                1 error
                """),
        Mistake(
            "a configuration that is not UTF-8",
            [
                .change(.configuration, "title: Messaging", to: "title: Messagng"),
                .spoil(.configuration, after: "title: Messag"),
            ],
            says: """
                precedent.yml:1:14: error: this file is not UTF-8 [not-utf-8]
                 1 | title: Messag�ng
                   |              ^
                  help: save it as UTF-8
                1 error
                """),
        Mistake(
            "a configuration of one word",
            [.change(.configuration, "title: Messaging", to: "Messaging")],
            says: """
                precedent.yml:1:1: error: the configuration is a list of keys and values [bad-yaml]
                 1 | Messaging
                   | ^~~~~~~~~
                  help: write 'key: value', one a line
                1 error
                """),
        Mistake(
            "a folder outside the site",
            [.change(.configuration, "title: Messaging", to: "content: ../content")],
            says: """
                precedent.yml:1:10: error: '../content' is not a folder within the site's own folder [bad-value]
                 1 | content: ../content
                   |          ^~~~~~~~~~
                  help: write the way to it from the site's folder, without '..'
                1 error
                """),
        Mistake(
            "a status that means nothing",
            [.change(.configuration, "title: Messaging", to: "statuses: { parked: opne }")],
            says: """
                precedent.yml:1:21: error: 'opne' is not what a status can mean [bad-value]
                 1 | statuses: { parked: opne }
                   |                     ^~~~
                  help: did you mean 'open'?
                1 error
                """),
        Mistake(
            "a word of rules that is none",
            [.change(.configuration, "title: Messaging", to: "words: { yess: ja }")],
            says: """
                precedent.yml:1:10: error: 'yess' is no word of rules [unknown-key]
                 1 | words: { yess: ja }
                   |          ^~~~
                  help: did you mean 'yes'?
                1 error
                """),
        Mistake(
            "a check that is none",
            [.change(.configuration, "title: Messaging", to: "checks: { dangling-lnk: off }")],
            says: """
                precedent.yml:1:11: error: 'dangling-lnk' is no check [unknown-key]
                 1 | checks: { dangling-lnk: off }
                   |           ^~~~~~~~~~~~
                  help: did you mean 'dangling-link'?
                1 error
                """),
        Mistake(
            "a check set to nothing known",
            [.change(.configuration, "title: Messaging", to: "checks: { drift: on }")],
            says: """
                precedent.yml:1:18: error: 'on' is not what a check can be set to [bad-value]
                 1 | checks: { drift: on }
                   |                  ^~
                  help: write error, warning or off
                1 error
                """),
        Mistake(
            "a navigation that would run code",
            [
                .change(
                    .configuration, "title: Messaging",
                    to: "nav: { X: \" JavaScript:alert(1)\" }\nchecks: { unsafe-link: off }")
            ],
            says: """
                precedent.yml:1:11: error: the navigation cannot lead to 'JavaScript:', which can run code or read files [bad-value]
                 1 | nav: { X: " JavaScript:alert(1)" }
                   |           ^~~~~~~~~~~~~~~~~~~~
                  help: lead to a file, or to an address of 'https:' or 'mailto:'
                1 error
                """),
        Mistake(
            "HTML neither allowed nor not",
            [.change(.configuration, "title: Messaging", to: "allowRawHTML: yes")],
            says: """
                precedent.yml:1:15: error: 'yes' is neither true nor false [bad-value]
                 1 | allowRawHTML: yes
                   |               ^~~
                  help: write 'allowRawHTML: true', or leave it out
                1 error
                """),
        Mistake(
            "a logo that is not there",
            [.change(.configuration, "title: Messaging", to: "logo: images/logo.svg")],
            says: """
                precedent.yml:1:7: error: 'images/logo.svg' is no picture of the content folder [dangling-link]
                 1 | logo: images/logo.svg
                   |       ^~~~~~~~~~~~~~~
                  help: write the way to a file from the content folder, such as 'images/logo.svg'
                1 error
                """),
        Mistake(
            "colours that are hard to read",
            [
                .change(
                    .configuration, "title: Messaging",
                    to: "colours: { accent: \"#ff8800\", accent-dark: \"#345\" }")
            ],
            says: """
                precedent.yml:1:20: warning: '#ff8800' is hard to read on the light page: its contrast is 2.2 to 1, and text needs 4.5 [low-contrast]
                 1 | colours: { accent: "#ff8800", accent-dark: "#345" }
                   |                    ^~~~~~~
                  help: take '#ad5c00', the same but darker
                precedent.yml:1:44: warning: '#345' is hard to read on the dark page: its contrast is 1.5 to 1, and text needs 4.5 [low-contrast]
                 1 | colours: { accent: "#ff8800", accent-dark: "#345" }
                   |                                            ^~~~
                  help: take '#818b96', the same but lighter
                2 warnings
                """),
        Mistake(
            "a colour without quotes",
            [.change(.configuration, "title: Messaging", to: "colours:\n  accent: #0d4a58")],
            says: """
                precedent.yml:2:3: error: 'accent' names no colour [bad-value]
                 2 |   accent: #0d4a58
                   |   ^~~~~~
                  help: write it in quotes, as 'accent: "#0d4a58"'; without them # begins a comment
                1 error
                """),
        Mistake(
            "a colour by its name",
            [.change(.configuration, "title: Messaging", to: "colours: { accent: teal }")],
            says: """
                precedent.yml:1:20: error: 'teal' is no colour in hexadecimal digits [bad-value]
                 1 | colours: { accent: teal }
                   |                    ^~~~
                  help: write it as 'accent: "#0d4a58"'
                1 error
                """),
        Mistake(
            "a colour of nothing",
            [.change(.configuration, "title: Messaging", to: "colours: { acent: \"#0d4a58\" }")],
            says: """
                precedent.yml:1:12: error: 'acent' is no colour of the site [unknown-key]
                 1 | colours: { acent: "#0d4a58" }
                   |            ^~~~~
                  help: did you mean 'accent'?
                1 error
                """),
        Mistake(
            "navigation to a page that is not there",
            [.change(.configuration, "title: Messaging", to: "nav: { About: abuot.md }")],
            says: """
                precedent.yml:1:15: error: 'abuot.md' leads to no file [dangling-link]
                 1 | nav: { About: abuot.md }
                   |               ^~~~~~~~
                  help: write the way to a file from the content folder
                1 error
                """),
    ]
}
