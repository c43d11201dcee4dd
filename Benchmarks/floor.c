// The floor under every build: what no generator of HTML from Markdown can leave out, on one thread.
// Reads each .md file of a folder, strips its front matter, parses, renders, writes; and writes the text as it is beside
// the page, since every page has such a copy. Nothing else. With --pages-only the copies are left out. With --sizes it also
// writes files of the sizes that a file lists, a line each: as many bytes as the index of the search has.

#define _GNU_SOURCE // memmem

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const extension_names[] = {"table", "tasklist", "strikethrough", "autolink"};
enum { extension_count = sizeof extension_names / sizeof *extension_names };

static void fail(const char *what) {
    fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
    exit(1);
}

// Grows one buffer for all files, so that memory is not what is measured.
static size_t read_file(int folder, const char *name, char **buffer, size_t *capacity) {
    int file = openat(folder, name, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) < 0) fail(name);
    size_t size = (size_t)status.st_size, have = 0;
    if (size > *capacity) {
        *capacity = size * 2;
        *buffer = realloc(*buffer, *capacity);
        if (!*buffer) fail(name);
    }
    while (have < size) {
        ssize_t got = read(file, *buffer + have, size - have);
        if (got < 0) fail(name);
        if (got == 0) break;
        have += (size_t)got;
    }
    close(file);
    return have;
}

static void write_file(int folder, const char *name, const char *bytes, size_t size) {
    int file = openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0) fail(name);
    while (size > 0) {
        ssize_t put = write(file, bytes, size);
        if (put < 0) fail(name);
        bytes += put;
        size -= (size_t)put;
    }
    if (close(file) < 0) fail(name);
}

// Where the Markdown begins: behind the line that closes the front matter, else at the start.
static size_t front_matter_length(const char *text, size_t size) {
    static const char fence[] = "\n---\n";
    if (size < 4 || memcmp(text, fence + 1, 4) != 0) return 0;
    const char *end = memmem(text + 3, size - 3, fence, 5);
    return end ? (size_t)(end - text) + 5 : 0;
}

static char *render(const char *text, size_t size, cmark_syntax_extension **extensions) {
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (int i = 0; i < extension_count; i++) cmark_parser_attach_syntax_extension(parser, extensions[i]);
    cmark_parser_feed(parser, text, size);
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser));
    cmark_node_free(document);
    cmark_parser_free(parser);
    return html;
}

// Files of the sizes that a list names, in a folder of their own.
static void write_sizes(int output, const char *list) {
    static const char folder[] = "search-index";
    if (mkdirat(output, folder, 0755) < 0 && errno != EEXIST) fail(folder);
    int files = openat(output, folder, O_RDONLY | O_DIRECTORY);
    FILE *sizes = fopen(list, "r");
    if (files < 0 || !sizes) fail(list);
    char *bytes = NULL;
    size_t size, capacity = 0;
    for (int number = 0; fscanf(sizes, "%zu", &size) == 1; number++) {
        if (size > capacity) {
            bytes = realloc(bytes, size);
            if (!bytes) fail(list);
            memset(bytes + capacity, 'x', size - capacity);
            capacity = size;
        }
        char name[32];
        snprintf(name, sizeof name, "%d.js", number);
        write_file(files, name, bytes, size);
    }
    free(bytes);
    fclose(sizes);
    close(files);
}

int main(int argc, char **argv) {
    bool pages_only = false;
    const char *sizes = NULL;
    int position = 3;
    if (position < argc && strcmp(argv[position], "--pages-only") == 0) {
        pages_only = true;
        position++;
    }
    if (position + 1 < argc && strcmp(argv[position], "--sizes") == 0) {
        sizes = argv[position + 1];
        position += 2;
    }
    if (argc < 3 || position != argc) {
        fprintf(stderr, "usage: floor SOURCE-FOLDER OUTPUT-FOLDER [--pages-only] [--sizes FILE]\n");
        return 2;
    }
    cmark_gfm_core_extensions_ensure_registered();
    cmark_syntax_extension *extensions[extension_count];
    for (int i = 0; i < extension_count; i++) {
        extensions[i] = cmark_find_syntax_extension(extension_names[i]);
        if (!extensions[i]) {
            fprintf(stderr, "floor: cmark-gfm has no extension “%s”\n", extension_names[i]);
            return 1;
        }
    }

    if (mkdir(argv[2], 0755) < 0 && errno != EEXIST) fail(argv[2]);
    int output = open(argv[2], O_RDONLY | O_DIRECTORY);
    if (output < 0) fail(argv[2]);
    DIR *source = opendir(argv[1]);
    if (!source) fail(argv[1]);

    char *buffer = NULL;
    size_t capacity = 0;
    for (struct dirent *entry; (entry = readdir(source));) {
        size_t stem = strlen(entry->d_name);
        if (stem < 4 || strcmp(entry->d_name + stem - 3, ".md") != 0) continue;
        stem -= 3;
        size_t size = read_file(dirfd(source), entry->d_name, &buffer, &capacity);
        size_t start = front_matter_length(buffer, size);
        char *html = render(buffer + start, size - start, extensions);
        char page[300];
        snprintf(page, sizeof page, "%.*s.html", (int)stem, entry->d_name);
        write_file(output, page, html, strlen(html));
        if (!pages_only) write_file(output, entry->d_name, buffer, size);
        free(html);
    }
    free(buffer);
    if (sizes) write_sizes(output, sizes);
    closedir(source);
    close(output);
    return 0;
}
