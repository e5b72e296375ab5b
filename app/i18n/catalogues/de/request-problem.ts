/** What a rights request does not allow, beside the field or above the form. */
export const requestProblem = {
  'request-closed': 'Diese Anfrage ist schon beantwortet.',
  'request-open-already': 'So eine Anfrage läuft dort schon. Schreiben Sie bitte dort weiter.',
  'request-held': 'Eine Sperre steht dagegen. Lösen Sie sie zuerst, oder lehnen Sie mit Grund ab.',
  'not-held': 'Hier ist keine Sperre gesetzt.',
  'extended-already': 'Die Frist wurde schon einmal länger. Mehr erlaubt das Gesetz nicht.',
  'extension-too-late': 'Die erste Frist ist vorbei. Länger wird sie jetzt nicht mehr.',
  'text-missing': 'Bitte schreiben Sie etwas dazu.',
  'text-too-long': 'Das ist zu lang. Möglich sind {{max}} Zeichen.',
  'person-missing': 'Bitte nennen Sie die Person.',
  'arrival-in-future': 'Diesen Tag gibt es nicht, oder er kommt erst noch.',
  'arrival-too-old': 'Dieser Tag ist mehr als ein Jahr her.',
  'file-type-unknown': 'Die Datei {{file}} ist weder PDF, PNG, JPEG noch Text.',
  'file-too-large': 'Die Datei {{file}} ist größer als 5 MB.',
  'too-many-files': 'Das sind zu viele Dateien. Möglich sind {{max}}.',
} as const;
