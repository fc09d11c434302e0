/*
 * The Swedish that locales/sv.json cannot reach: what the platform takes from AngularJS' own
 * locale (the calendar, numbers), what its templates say in plain English, and icon buttons
 * that say nothing at all to a screen reader.
 *
 * Every change is made only where the text it looks for is found, so another version of the
 * platform loses a translation here, never the page.
 */
const DATES = {
  AMPMS: ['fm', 'em'],
  DAY: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
  SHORTDAY: ['sön', 'mån', 'tis', 'ons', 'tor', 'fre', 'lör'],
  MONTH: ['januari', 'februari', 'mars', 'april', 'maj', 'juni',
    'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  STANDALONEMONTH: ['januari', 'februari', 'mars', 'april', 'maj', 'juni',
    'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  SHORTMONTH: ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  // Counted from Monday as 0.
  FIRSTDAYOFWEEK: 0,
  fullDate: 'EEEE yyyy-MM-dd',
  longDate: 'yyyy-MM-dd',
  medium: 'yyyy-MM-dd HH:mm:ss',
  mediumDate: 'yyyy-MM-dd',
  mediumTime: 'HH:mm:ss',
  short: 'yyyy-MM-dd HH:mm',
  shortDate: 'yyyy-MM-dd',
  shortTime: 'HH:mm'
};

const NUMBERS = { DECIMAL_SEP: ',', GROUP_SEP: '\u00a0', CURRENCY_SYM: 'kr' };

// Directive -> what its template says -> what it should say.
const TEMPLATES = {
  camWidgetBpmnViewer: [
    ['title="zoom in"', 'title="Förstora" aria-label="Förstora"'],
    ['title="zoom out"', 'title="Förminska" aria-label="Förminska"'],
    ['title="reset zoom"', 'title="Visa hela diagrammet" aria-label="Visa hela diagrammet"']
  ],
  // Letting go of a task is a cross without a word.
  camTasklistTaskMeta: [
    [/class="unclaim glyphicon glyphicon-remove btn-link">\s*<\/button>/,
      'class="unclaim btn-link">{{ \'UNCLAIM_TASK\' | translate }}</button>']
  ]
};

const VIEW = [
  [/class="region-toggle /g, 'aria-label="Visa eller dölj kolumnen" class="region-toggle '],
  [/class="btn btn-link maximize"/g, 'aria-label="Visa bara uppgiften" class="btn btn-link maximize"'],
  [/class="btn btn-link reset-regions"/g, 'aria-label="Visa alla kolumner" class="btn btn-link reset-regions"']
];

function reworded(template, replacements) {
  return typeof template === 'string'
    ? replacements.reduce((text, [from, to]) => text.replace(from, to), template)
    : template;
}

window.angular.module('cam.tasklist').run(['$injector', '$locale', '$rootScope', '$route',
  function($injector, $locale, $rootScope, $route) {
    $rootScope.$on('$translateChangeSuccess', function(event, change) {
      document.documentElement.lang = change.language;
      if (change.language !== 'sv') return;

      Object.assign($locale, { id: 'sv-se', localeID: 'sv_SE' });
      Object.assign($locale.DATETIME_FORMATS, DATES);
      Object.assign($locale.NUMBER_FORMATS, NUMBERS);

      Object.keys(TEMPLATES).forEach(function(name) {
        if (!$injector.has(name + 'Directive')) return;
        $injector.get(name + 'Directive').forEach(function(directive) {
          directive.template = reworded(directive.template, TEMPLATES[name]);
        });
      });

      const view = $route.routes['/'];
      if (view) view.template = reworded(view.template, VIEW);
    });
  }
]);
