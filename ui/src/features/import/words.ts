import type { CodeList, DateOrder, Format, ImportPlanView, Problem, RowNoun, Use } from "../../api";
import { capital } from "../../base/words";
import { m } from "../../paraglide/messages";
import type { Choice } from "../../widgets/choices";

/** Codes of the import and their words. */
type Words<Code extends string> = Record<Code, () => string>;

const formats: Words<Format> = {
  table: m.format_table,
  workbook: m.format_workbook,
  timelinejs: m.format_timelinejs,
  "timeline-project": m.format_timeline_project,
  "aeon-timeline": m.format_aeon_timeline,
  markwhen: m.format_markwhen,
  icalendar: m.format_icalendar,
  gexf: m.format_gexf,
  graphml: m.format_graphml,
  kml: m.format_kml,
  stix: m.format_stix,
  misp: m.format_misp,
  "follow-the-money": m.format_follow_the_money,
  popolo: m.format_popolo,
  bibtex: m.format_bibtex,
  ris: m.format_ris,
  csl: m.format_csl,
  markdown: m.format_markdown,
  wikidata: m.format_wikidata,
  "uk-treaties": m.format_uk_treaties,
};
const uses: Words<Use> = {
  nothing: m.use_nothing,
  id: m.use_id,
  title: m.use_title,
  date: m.use_date,
  year: m.use_year,
  month: m.use_month,
  day: m.use_day,
  time: m.use_time,
  "end-date": m.use_end_date,
  "end-year": m.use_end_year,
  "end-month": m.use_end_month,
  "end-day": m.use_end_day,
  "end-time": m.use_end_time,
  "date-precision": m.use_date_precision,
  "date-words": m.use_date_words,
  kind: m.use_kind,
  code: m.use_code,
  "code-value": m.use_code_value,
  "code-mode": m.use_code_mode,
  "actor-name": m.use_actor_name,
  "actor-code": m.use_actor_code,
  "actor-country": m.use_actor_country,
  place: m.use_place,
  "place-country": m.use_place_country,
  latitude: m.use_latitude,
  longitude: m.use_longitude,
  summary: m.use_summary,
  remark: m.use_remark,
  topic: m.use_topic,
  status: m.use_status,
  "source-title": m.use_source_title,
  "source-url": m.use_source_url,
  publisher: m.use_publisher,
  author: m.use_author,
  published: m.use_published,
  locator: m.use_locator,
  post: m.use_post,
  "only-if": m.use_only_if,
};
const lists: Words<CodeList> = {
  "iso-alpha-2": m.code_list_iso_alpha_2,
  "iso-alpha-3": m.code_list_iso_alpha_3,
  "iso-numeric": m.code_list_iso_numeric,
  fips: m.code_list_fips,
  "cow-number": m.code_list_cow_number,
  "cow-letters": m.code_list_cow_letters,
  cameo: m.code_list_cameo,
  name: m.code_list_name,
};
const rows: Words<RowNoun> = { event: m.row_event, tenure: m.row_tenure, source: m.row_source };
const orders: Words<DateOrder> = { "day-first": m.date_order_day_first, "month-first": m.date_order_month_first };
const problems: Words<Problem> = {
  "no-date": m.problem_no_date,
  "date-unread": m.problem_date_unread,
  "end-unread": m.problem_end_unread,
  "end-before-start": m.problem_end_before_start,
  "country-unknown": m.problem_country_unknown,
  "no-country": m.problem_no_country,
  "kind-unknown": m.problem_kind_unknown,
  "number-unread": m.problem_number_unread,
  "off-the-globe": m.problem_off_the_globe,
  ragged: m.problem_ragged,
  "quote-open": m.problem_quote_open,
  "too-long": m.problem_too_long,
  "not-text": m.problem_not_text,
  "no-title": m.problem_no_title,
  "points-nowhere": m.problem_points_nowhere,
  "nothing-to-keep": m.problem_nothing_to_keep,
  "rule-not-followed": m.problem_rule_not_followed,
  malformed: m.problem_malformed,
  refused: m.problem_refused,
  "nought-lost": m.problem_nought_lost,
};

const choicesOf =
  <Code extends string>(words: Words<Code>) =>
  (): Choice<Code>[] =>
    (Object.entries(words) as [Code, () => string][]).map(([value, label]) => ({ value, label: capital(label()) }));

export const useChoices = choicesOf(uses);
export const listChoices = choicesOf(lists);
export const rowChoices = choicesOf(rows);
export const orderChoices = choicesOf(orders);

export const useText = (use: Use): string => uses[use]();
export const problemText = (problem: Problem): string => problems[problem]();

/** "Calendar", "Table: ICEWS", or a dossier. */
export function formatText({ format, tables }: ImportPlanView): string {
  if (format === null) return m.import_format_dossier();
  const name = tables.find(({ mapping }) => mapping.name !== "")?.mapping.name;
  const form = capital(formats[format]());
  return name ? m.import_format_named({ form, name }) : form;
}
