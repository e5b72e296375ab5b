export const recalls = {
  title: 'Rückrufe',
  headline_one: 'Ein Rückruf ist offen.',
  headline_other: '{{count}} Rückrufe sind offen.',
  headlineNone: 'Kein Rückruf ist offen.',
  overdue_one: 'Bei einem ist die Frist vorbei.',
  overdue_other: 'Bei {{count}} ist die Frist vorbei.',
  lead: 'Wem gesagt wurde, dass Daten zu löschen, zu berichtigen oder ruhen zu lassen sind (Art. 17, 18, 19 DSGVO).',
  open: 'Offene Rückrufe',
  closed: 'Abgeschlossene Rückrufe',
  none: 'Keine Einträge.',
  opened: 'Mitgeteilt',
  by: 'Bestätigt von',
} as const;
