// Prism's core and grammars from their Debian package, embedded byte for byte, so that the program needs no file beside it.
#include "grammars.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char core_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-core.min.js>
};
static const unsigned char marks_source[] = {
#embed "marks.js"
};
static const unsigned char bash_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-bash.min.js>
};
static const unsigned char c_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-c.min.js>
};
static const unsigned char clike_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-clike.min.js>
};
static const unsigned char cpp_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-cpp.min.js>
};
static const unsigned char csharp_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-csharp.min.js>
};
static const unsigned char css_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-css.min.js>
};
static const unsigned char diff_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-diff.min.js>
};
static const unsigned char docker_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-docker.min.js>
};
static const unsigned char go_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-go.min.js>
};
static const unsigned char hcl_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-hcl.min.js>
};
static const unsigned char java_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-java.min.js>
};
static const unsigned char javascript_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-javascript.min.js>
};
static const unsigned char json_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-json.min.js>
};
static const unsigned char kotlin_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-kotlin.min.js>
};
static const unsigned char markup_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-markup.min.js>
};
static const unsigned char python_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-python.min.js>
};
static const unsigned char rust_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-rust.min.js>
};
static const unsigned char shell_session_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-shell-session.min.js>
};
static const unsigned char sql_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-sql.min.js>
};
static const unsigned char swift_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-swift.min.js>
};
static const unsigned char toml_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-toml.min.js>
};
static const unsigned char typescript_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-typescript.min.js>
};
static const unsigned char yaml_source[] = {
#embed </usr/share/nodejs/prismjs/components/prism-yaml.min.js>
};

#define GRAMMAR(name, base, source) {name, base, source, sizeof source}

const struct grammar prism_core = GRAMMAR("core", NULL, core_source);
const struct grammar prism_marks = GRAMMAR("marks", NULL, marks_source);

const struct grammar prism_grammars[PRISM_GRAMMARS] = {
    GRAMMAR("bash", NULL, bash_source),
    GRAMMAR("c", "clike", c_source),
    GRAMMAR("clike", NULL, clike_source),
    GRAMMAR("cpp", "c", cpp_source),
    GRAMMAR("csharp", "clike", csharp_source),
    GRAMMAR("css", NULL, css_source),
    GRAMMAR("diff", NULL, diff_source),
    GRAMMAR("docker", NULL, docker_source),
    GRAMMAR("go", "clike", go_source),
    GRAMMAR("hcl", NULL, hcl_source),
    GRAMMAR("java", "clike", java_source),
    GRAMMAR("javascript", "clike", javascript_source),
    GRAMMAR("json", NULL, json_source),
    GRAMMAR("kotlin", "clike", kotlin_source),
    GRAMMAR("markup", NULL, markup_source),
    GRAMMAR("python", NULL, python_source),
    GRAMMAR("rust", NULL, rust_source),
    GRAMMAR("shell-session", "bash", shell_session_source),
    GRAMMAR("sql", NULL, sql_source),
    GRAMMAR("swift", NULL, swift_source),
    GRAMMAR("toml", NULL, toml_source),
    GRAMMAR("typescript", "javascript", typescript_source),
    GRAMMAR("yaml", NULL, yaml_source),
};

size_t prism_grammar_named(const char *name) {
    size_t index = 0;
    while (index < PRISM_GRAMMARS && strcmp(prism_grammars[index].name, name) != 0) index += 1;
    return index;
}
