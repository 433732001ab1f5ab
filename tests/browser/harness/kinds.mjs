// One page of every kind there is, in both languages; tests of what must hold everywhere go through them.

/**
 * @typedef {object} Kind
 * @property {string} name
 * @property {string} sv   its address in Swedish
 * @property {string} en   its address in English
 * @property {boolean} [script=true]     whether a program takes over
 * @property {boolean} [framed=false]    whether it is a figure without the site around it
 * @property {boolean} [often=true]      whether it is looked at each time; others are like one that is, or have tests of their own
 * @property {RegExp[]} [expected]       what the page complains of, and must
 */

/** @type {Kind[]} */
export const kinds = [
  { name: "start", sv: "/", en: "/en/" },
  { name: "explorer, map", sv: "/utforska/?area=1480", en: "/en/explore/?area=1480" },
  { name: "explorer, line", sv: "/utforska/?view=line&area=1480,0180", en: "/en/explore/?view=line&area=1480,0180", often: false },
  { name: "explorer, ranking", sv: "/utforska/?view=ranking&level=county", en: "/en/explore/?view=ranking&level=county", often: false },
  { name: "explorer, distribution", sv: "/utforska/?view=distribution&area=1480", en: "/en/explore/?view=distribution&area=1480", often: false },
  { name: "explorer, scatter", sv: "/utforska/?view=scatter&area=1480", en: "/en/explore/?view=scatter&area=1480", often: false },
  { name: "explorer, table", sv: "/utforska/?view=table&level=county", en: "/en/explore/?view=table&level=county", often: false },
  { name: "indicator", sv: "/indikator/arbetsloshet/", en: "/en/indicator/arbetsloshet/" },
  { name: "theme", sv: "/tema/boende/", en: "/en/theme/housing/", script: false },
  { name: "compare", sv: "/jamfor/?area=1480,0180", en: "/en/compare/?area=1480,0180" },
  { name: "municipality", sv: "/kommun/2584-kiruna/", en: "/en/municipality/2584-kiruna/" },
  { name: "county", sv: "/lan/25-norrbottens-lan/", en: "/en/county/25-norrbottens-lan/", often: false },
  { name: "small area", sv: "/omrade/0180R012/", en: "/en/area/0180R012/" },
  { name: "area types", sv: "/omradestyper/", en: "/en/area-types/" },
  { name: "basket", sv: "/korg/?figure=view:line;indicator:arbetsloshet;area:1480", en: "/en/basket/?figure=view:line;indicator:arbetsloshet;area:1480" },
  { name: "verify", sv: "/granska/", en: "/en/verify/" },
  { name: "method", sv: "/metod/", en: "/en/method/", script: false },
  { name: "word list", sv: "/ordlista/", en: "/en/word-list/", script: false },
  { name: "open data", sv: "/oppna-data/", en: "/en/open-data/", script: false, often: false },
  { name: "corrections", sv: "/rattelser/", en: "/en/corrections/", script: false, often: false },
  { name: "accessibility", sv: "/tillganglighet/", en: "/en/accessibility/", script: false },
  { name: "about", sv: "/om/", en: "/en/about/", script: false, often: false },
  { name: "easy to read", sv: "/lattlast/", en: "/en/easy-to-read/", script: false },
  { name: "not found", sv: "/goteborg/", en: "/en/goteborg/", expected: [/404/] },
  { name: "framed line", sv: "/embed/line/arbetsloshet/01/", en: "/embed/line/arbetsloshet/01/en/", framed: true, often: false },
  { name: "framed map", sv: "/embed/map/arbetsloshet/01/", en: "/embed/map/arbetsloshet/01/en/", framed: true, often: false },
  { name: "framed ranking", sv: "/embed/ranking/?indicator=arbetsloshet&level=county", en: "/embed/ranking/?indicator=arbetsloshet&level=county&lang=en", framed: true, often: false },
  { name: "framed summary", sv: "/embed/summary/1480/", en: "/embed/summary/1480/en/", framed: true },
];
