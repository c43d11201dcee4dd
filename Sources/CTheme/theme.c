// The default theme, embedded byte for byte: the program finds it wherever it is copied to. A test compares this list
// with the folder.
#include "CTheme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char assess_mustache[] = {
#embed "../../templates/assess.mustache"
};
static const unsigned char assessments_mustache[] = {
#embed "../../templates/assessments.mustache"
};
static const unsigned char assets_assess_advice_js[] = {
#embed "../../templates/assets/assess/advice.js"
};
static const unsigned char assets_assess_answers_js[] = {
#embed "../../templates/assets/assess/answers.js"
};
static const unsigned char assets_assess_files_js[] = {
#embed "../../templates/assets/assess/files.js"
};
static const unsigned char assets_assess_page_js[] = {
#embed "../../templates/assets/assess/page.js"
};
static const unsigned char assets_assess_panel_js[] = {
#embed "../../templates/assets/assess/panel.js"
};
static const unsigned char assets_assess_reading_js[] = {
#embed "../../templates/assets/assess/reading.js"
};
static const unsigned char assets_assess_walk_js[] = {
#embed "../../templates/assets/assess/walk.js"
};
static const unsigned char assets_assess_words_js[] = {
#embed "../../templates/assets/assess/words.js"
};
static const unsigned char assets_icon_svg[] = {
#embed "../../templates/assets/icon.svg"
};
static const unsigned char assets_log_js[] = {
#embed "../../templates/assets/log.js"
};
static const unsigned char assets_reader_js[] = {
#embed "../../templates/assets/reader.js"
};
static const unsigned char assets_redirect_js[] = {
#embed "../../templates/assets/redirect.js"
};
static const unsigned char assets_search_index_js[] = {
#embed "../../templates/assets/search-index.js"
};
static const unsigned char assets_search_js[] = {
#embed "../../templates/assets/search.js"
};
static const unsigned char assets_sort_js[] = {
#embed "../../templates/assets/sort.js"
};
static const unsigned char assets_style_css[] = {
#embed "../../templates/assets/style.css"
};
static const unsigned char assets_words_js[] = {
#embed "../../templates/assets/words.js"
};
static const unsigned char facet_mustache[] = {
#embed "../../templates/facet.mustache"
};
static const unsigned char framework_mustache[] = {
#embed "../../templates/framework.mustache"
};
static const unsigned char frameworks_mustache[] = {
#embed "../../templates/frameworks.mustache"
};
static const unsigned char home_mustache[] = {
#embed "../../templates/home.mustache"
};
static const unsigned char log_mustache[] = {
#embed "../../templates/log.mustache"
};
static const unsigned char notFound_mustache[] = {
#embed "../../templates/notFound.mustache"
};
static const unsigned char page_mustache[] = {
#embed "../../templates/page.mustache"
};
static const unsigned char partials_asked_question_mustache[] = {
#embed "../../templates/partials/asked-question.mustache"
};
static const unsigned char partials_assessment_line_mustache[] = {
#embed "../../templates/partials/assessment-line.mustache"
};
static const unsigned char partials_checklist_mustache[] = {
#embed "../../templates/partials/checklist.mustache"
};
static const unsigned char partials_colophon_mustache[] = {
#embed "../../templates/partials/colophon.mustache"
};
static const unsigned char partials_comparison_mustache[] = {
#embed "../../templates/partials/comparison.mustache"
};
static const unsigned char partials_contents_mustache[] = {
#embed "../../templates/partials/contents.mustache"
};
static const unsigned char partials_decision_table_mustache[] = {
#embed "../../templates/partials/decision-table.mustache"
};
static const unsigned char partials_foot_mustache[] = {
#embed "../../templates/partials/foot.mustache"
};
static const unsigned char partials_framework_line_mustache[] = {
#embed "../../templates/partials/framework-line.mustache"
};
static const unsigned char partials_head_mustache[] = {
#embed "../../templates/partials/head.mustache"
};
static const unsigned char partials_link_notes_mustache[] = {
#embed "../../templates/partials/link-notes.mustache"
};
static const unsigned char partials_log_filters_mustache[] = {
#embed "../../templates/partials/log-filters.mustache"
};
static const unsigned char partials_log_head_mustache[] = {
#embed "../../templates/partials/log-head.mustache"
};
static const unsigned char partials_log_row_mustache[] = {
#embed "../../templates/partials/log-row.mustache"
};
static const unsigned char partials_marked_section_mustache[] = {
#embed "../../templates/partials/marked-section.mustache"
};
static const unsigned char partials_masthead_mustache[] = {
#embed "../../templates/partials/masthead.mustache"
};
static const unsigned char partials_metadata_mustache[] = {
#embed "../../templates/partials/metadata.mustache"
};
static const unsigned char partials_option_mustache[] = {
#embed "../../templates/partials/option.mustache"
};
static const unsigned char partials_page_turn_mustache[] = {
#embed "../../templates/partials/page-turn.mustache"
};
static const unsigned char partials_questions_table_mustache[] = {
#embed "../../templates/partials/questions-table.mustache"
};
static const unsigned char partials_reader_mustache[] = {
#embed "../../templates/partials/reader.mustache"
};
static const unsigned char partials_record_fact_mustache[] = {
#embed "../../templates/partials/record-fact.mustache"
};
static const unsigned char partials_record_row_mustache[] = {
#embed "../../templates/partials/record-row.mustache"
};
static const unsigned char partials_records_head_mustache[] = {
#embed "../../templates/partials/records-head.mustache"
};
static const unsigned char partials_search_mustache[] = {
#embed "../../templates/partials/search.mustache"
};
static const unsigned char partials_status_mustache[] = {
#embed "../../templates/partials/status.mustache"
};
static const unsigned char partials_tallies_mustache[] = {
#embed "../../templates/partials/tallies.mustache"
};
static const unsigned char partials_timeline_dot_mustache[] = {
#embed "../../templates/partials/timeline-dot.mustache"
};
static const unsigned char partials_timeline_row_mustache[] = {
#embed "../../templates/partials/timeline-row.mustache"
};
static const unsigned char partials_verdict_mustache[] = {
#embed "../../templates/partials/verdict.mustache"
};
static const unsigned char portfolio_mustache[] = {
#embed "../../templates/portfolio.mustache"
};
static const unsigned char record_mustache[] = {
#embed "../../templates/record.mustache"
};
static const unsigned char redirect_mustache[] = {
#embed "../../templates/redirect.mustache"
};
static const unsigned char report_mustache[] = {
#embed "../../templates/report.mustache"
};
static const unsigned char timeline_mustache[] = {
#embed "../../templates/timeline.mustache"
};
static const unsigned char words_de_yml[] = {
#embed "../../templates/words/de.yml"
};
static const unsigned char words_en_yml[] = {
#embed "../../templates/words/en.yml"
};

#define FILE_OF_THEME(path, bytes) {path, bytes, sizeof bytes}

static const struct theme_file theme_files[] = {
    FILE_OF_THEME("assess.mustache", assess_mustache),
    FILE_OF_THEME("assessments.mustache", assessments_mustache),
    FILE_OF_THEME("assets/assess/advice.js", assets_assess_advice_js),
    FILE_OF_THEME("assets/assess/answers.js", assets_assess_answers_js),
    FILE_OF_THEME("assets/assess/files.js", assets_assess_files_js),
    FILE_OF_THEME("assets/assess/page.js", assets_assess_page_js),
    FILE_OF_THEME("assets/assess/panel.js", assets_assess_panel_js),
    FILE_OF_THEME("assets/assess/reading.js", assets_assess_reading_js),
    FILE_OF_THEME("assets/assess/walk.js", assets_assess_walk_js),
    FILE_OF_THEME("assets/assess/words.js", assets_assess_words_js),
    FILE_OF_THEME("assets/icon.svg", assets_icon_svg),
    FILE_OF_THEME("assets/log.js", assets_log_js),
    FILE_OF_THEME("assets/reader.js", assets_reader_js),
    FILE_OF_THEME("assets/redirect.js", assets_redirect_js),
    FILE_OF_THEME("assets/search-index.js", assets_search_index_js),
    FILE_OF_THEME("assets/search.js", assets_search_js),
    FILE_OF_THEME("assets/sort.js", assets_sort_js),
    FILE_OF_THEME("assets/style.css", assets_style_css),
    FILE_OF_THEME("assets/words.js", assets_words_js),
    FILE_OF_THEME("facet.mustache", facet_mustache),
    FILE_OF_THEME("framework.mustache", framework_mustache),
    FILE_OF_THEME("frameworks.mustache", frameworks_mustache),
    FILE_OF_THEME("home.mustache", home_mustache),
    FILE_OF_THEME("log.mustache", log_mustache),
    FILE_OF_THEME("notFound.mustache", notFound_mustache),
    FILE_OF_THEME("page.mustache", page_mustache),
    FILE_OF_THEME("partials/asked-question.mustache", partials_asked_question_mustache),
    FILE_OF_THEME("partials/assessment-line.mustache", partials_assessment_line_mustache),
    FILE_OF_THEME("partials/checklist.mustache", partials_checklist_mustache),
    FILE_OF_THEME("partials/colophon.mustache", partials_colophon_mustache),
    FILE_OF_THEME("partials/comparison.mustache", partials_comparison_mustache),
    FILE_OF_THEME("partials/contents.mustache", partials_contents_mustache),
    FILE_OF_THEME("partials/decision-table.mustache", partials_decision_table_mustache),
    FILE_OF_THEME("partials/foot.mustache", partials_foot_mustache),
    FILE_OF_THEME("partials/framework-line.mustache", partials_framework_line_mustache),
    FILE_OF_THEME("partials/head.mustache", partials_head_mustache),
    FILE_OF_THEME("partials/link-notes.mustache", partials_link_notes_mustache),
    FILE_OF_THEME("partials/log-filters.mustache", partials_log_filters_mustache),
    FILE_OF_THEME("partials/log-head.mustache", partials_log_head_mustache),
    FILE_OF_THEME("partials/log-row.mustache", partials_log_row_mustache),
    FILE_OF_THEME("partials/marked-section.mustache", partials_marked_section_mustache),
    FILE_OF_THEME("partials/masthead.mustache", partials_masthead_mustache),
    FILE_OF_THEME("partials/metadata.mustache", partials_metadata_mustache),
    FILE_OF_THEME("partials/option.mustache", partials_option_mustache),
    FILE_OF_THEME("partials/page-turn.mustache", partials_page_turn_mustache),
    FILE_OF_THEME("partials/questions-table.mustache", partials_questions_table_mustache),
    FILE_OF_THEME("partials/reader.mustache", partials_reader_mustache),
    FILE_OF_THEME("partials/record-fact.mustache", partials_record_fact_mustache),
    FILE_OF_THEME("partials/record-row.mustache", partials_record_row_mustache),
    FILE_OF_THEME("partials/records-head.mustache", partials_records_head_mustache),
    FILE_OF_THEME("partials/search.mustache", partials_search_mustache),
    FILE_OF_THEME("partials/status.mustache", partials_status_mustache),
    FILE_OF_THEME("partials/tallies.mustache", partials_tallies_mustache),
    FILE_OF_THEME("partials/timeline-dot.mustache", partials_timeline_dot_mustache),
    FILE_OF_THEME("partials/timeline-row.mustache", partials_timeline_row_mustache),
    FILE_OF_THEME("partials/verdict.mustache", partials_verdict_mustache),
    FILE_OF_THEME("portfolio.mustache", portfolio_mustache),
    FILE_OF_THEME("record.mustache", record_mustache),
    FILE_OF_THEME("redirect.mustache", redirect_mustache),
    FILE_OF_THEME("report.mustache", report_mustache),
    FILE_OF_THEME("timeline.mustache", timeline_mustache),
    FILE_OF_THEME("words/de.yml", words_de_yml),
    FILE_OF_THEME("words/en.yml", words_en_yml),
};

const size_t theme_file_count = sizeof theme_files / sizeof theme_files[0];

bool theme_file_at(size_t index, struct theme_file *file) {
    if (index >= theme_file_count) return false;
    *file = theme_files[index];
    return true;
}
