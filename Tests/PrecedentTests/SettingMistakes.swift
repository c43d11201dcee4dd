extension Mistake {
    /// What authors get wrong in the configuration and in templates.
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
            "a configuration that is not YAML",
            [.change(.configuration, "title: Messaging", to: "title: [Messaging")],
            says: """
                precedent.yml:2:1: error: this is not YAML: did not find expected ',' or ']' [bad-yaml]
                 2 |\u{20}
                   | ^
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
            "a partial that is not there",
            [.add("templates/page.mustache", "<title>{{title}}</title>\n{{> partials/masthed}}\n")],
            says: """
                templates/page.mustache:2:1: error: there is no template 'partials/masthed' [missing-partial]
                 2 | {{> partials/masthed}}
                   | ^~~~~~~~~~~~~~~~~~~~~~
                  help: did you mean 'partials/masthead'?
                1 error
                """),
        Mistake(
            "a partial that is like no other",
            [.add("templates/page.mustache", "{{> footer-of-the-firm}}\n")],
            says: """
                templates/page.mustache:1:1: error: there is no template 'footer-of-the-firm' [missing-partial]
                 1 | {{> footer-of-the-firm}}
                   | ^~~~~~~~~~~~~~~~~~~~~~~~
                  help: the templates are assess, assessments, facet, framework, frameworks, home, log, notFound, page, partials/asked-question, partials/assessment-line, partials/checklist, partials/colophon, partials/comparison, partials/contents, partials/decision-table, partials/foot, partials/framework-line, partials/head, partials/link-notes, partials/log-filters, partials/log-head, partials/log-row, partials/marked-section, partials/masthead, partials/metadata, partials/option, partials/page-turn, partials/questions-table, partials/reader, partials/record-fact, partials/record-row, partials/records-head, partials/search, partials/status, partials/tallies, partials/timeline-dot, partials/timeline-row, partials/verdict, portfolio, record, redirect, report, timeline
                1 error
                """),
        Mistake(
            "a variable that the page does not offer",
            [.add("templates/page.mustache", "<title>{{titel}}</title>\n")],
            says: """
                templates/page.mustache:1:8: error: this page does not offer 'titel' [unknown-variable]
                 1 | <title>{{titel}}</title>
                   |        ^~~~~~~~~
                  help: did you mean 'title'?
                1 error
                """),
        Mistake(
            "a variable within a section",
            [.add("templates/page.mustache", "{{#site}}{{titel}}{{/site}}\n")],
            says: """
                templates/page.mustache:1:10: error: this page does not offer 'titel' [unknown-variable]
                 1 | {{#site}}{{titel}}{{/site}}
                   |          ^~~~~~~~~
                  help: did you mean 'title'?
                1 error
                """),
        Mistake(
            "a section that is not closed",
            [.add("templates/page.mustache", "{{#site}}{{title}}\n")],
            says: """
                templates/page.mustache:1:1: error: this section is not closed [bad-template]
                 1 | {{#site}}{{title}}
                   | ^~~~~~~~~
                  help: write '{{/site}}' where it ends
                1 error
                """),
        Mistake(
            "a section closed by another name",
            [.add("templates/page.mustache", "{{#site}}{{title}}{{/sight}}\n")],
            says: """
                templates/page.mustache:1:19: error: 'sight' is closed here and is not what is open [bad-template]
                 1 | {{#site}}{{title}}{{/sight}}
                   |                   ^~~~~~~~~~
                templates/page.mustache:1:1: note: the open section begins here
                 1 | {{#site}}{{title}}{{/sight}}
                   | ^~~~~~~~~
                  help: '{{/site}}' is what is missing
                1 error
                """),
        Mistake(
            "a tag that is not closed",
            [.add("templates/page.mustache", "<title>{{title</title>\n")],
            says: """
                templates/page.mustache:1:8: error: this tag is not closed [bad-template]
                 1 | <title>{{title</title>
                   |        ^
                  help: end it with '}}'
                1 error
                """),
        Mistake(
            "HTML as text",
            [.add("templates/page.mustache", "{{body}}\n")],
            says: """
                templates/page.mustache:1:1: error: 'body' is HTML, which two braces would show as text [escaped-html]
                 1 | {{body}}
                   | ^~~~~~~~
                  help: write '{{{body}}}'
                1 error
                """),
        Mistake(
            "text as HTML",
            [.add("templates/page.mustache", "{{{title}}}\n")],
            says: """
                templates/page.mustache:1:1: error: 'title' is text, which three braces would let be read as HTML [unescaped-text]
                 1 | {{{title}}}
                   | ^~~~~~~~~~~
                  help: write '{{title}}'
                1 error
                """),
        Mistake(
            "a section as text",
            [.add("templates/page.mustache", "{{site}}\n")],
            says: """
                templates/page.mustache:1:1: error: 'site' is no text [not-text]
                 1 | {{site}}
                   | ^~~~~~~~
                  help: open a section: '{{#site}}…{{/site}}'
                1 error
                """),
        Mistake(
            "templates that include each other",
            [
                .add("templates/page.mustache", "{{> loop}}\n"),
                .add("templates/loop.mustache", "{{> loop}}\n"),
            ],
            says: """
                templates/loop.mustache:1:1: error: templates include each other without end: page → loop → loop [partial-cycle]
                 1 | {{> loop}}
                   | ^~~~~~~~~~
                  help: take this partial out, or what leads back to it
                1 error
                """),
        Mistake(
            "a tag of other dialects",
            [.add("templates/page.mustache", "{{=<% %>=}}\n")],
            says: """
                templates/page.mustache:1:1: error: templates here are plain Mustache: variables, sections, partials and comments [bad-template]
                 1 | {{=<% %>=}}
                   | ^~~~~~~~~~~
                  help: write '{{name}}', '{{{name}}}', '{{#name}}', '{{^name}}', '{{/name}}', '{{> name}}' or '{{! note}}'
                1 error
                """),
        Mistake(
            "a template that is not UTF-8",
            [
                .add("templates/page.mustache", "caf\n"),
                .spoil("templates/page.mustache", after: "caf"),
            ],
            says: """
                templates/page.mustache:1:4: error: this template is not UTF-8 [not-utf-8]
                 1 | caf�
                   |    ^
                  help: save it as UTF-8
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
