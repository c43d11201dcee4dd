extension Mistake {
    /// What authors get wrong in templates.
    static let templates: [Mistake] = [
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
                templates/loop.mustache:1:1: error: templates include each other without end: loop → loop [partial-cycle]
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
    ]
}
