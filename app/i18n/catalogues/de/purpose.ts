/**
 * The card of a purpose: what a customer reads before any yes. The headings
 * follow GDPR Art. 13; the company's own texts stand below them.
 */
export const purpose = {
  heading: 'Wofür',
  card: {
    who: 'Wer fragt',
    contact: 'So erreichen Sie die Firma',
    officer: 'Fragen zum Datenschutz',
    what: 'Was die Firma tun will',
    data: 'Welche Angaben',
    dataNone: 'Dafür braucht die Firma keine Angaben aus Ihrem Profil.',
    channels: 'Auf welchem Weg',
    topics: 'Themen',
    channelsNone: 'Niemand schreibt Ihnen deswegen und niemand ruft an.',
    howLong: 'Wie lange',
    youGet: 'Was Sie davon haben',
    companyGets: 'Was die Firma davon hat',
    onNo: 'Wenn Sie Nein sagen',
    recipients: 'Wer die Angaben noch bekommt',
    recipientsNone: 'Niemand sonst.',
    recipient: '{{name}}, {{country}}: {{role}}',
    storage: 'Wo die Angaben liegen',
    storagePlace: '{{place}}, {{country}}',
    retention: 'Wie lange die Firma die Angaben behält',
    profiling: 'Wird etwas über Sie ausgerechnet?',
    profilingYes: 'Ja. Die Firma schließt aus Ihren Angaben, was zu Ihnen passt.',
    profilingNo: 'Nein.',
    basis: 'Auf welcher Grundlage',
    takeBack: 'Wo Sie es zurücknehmen',
    takeBackHere: 'Hier auf dieser Seite, wann Sie wollen. Das wirkt sofort. Einen Grund brauchen Sie nicht.',
    stopHere:
      'Hier auf dieser Seite, wann Sie wollen. Ein Stopp wirkt sofort. Einen Grund brauchen Sie nicht.',
    rights: 'Ihre Rechte',
    rightsText:
      'Sie können alles ansehen, was die Firma über Sie hat. Sie können Fehler ändern und Daten löschen lassen. Sie können die Nutzung stoppen und alles mitnehmen.',
    authority: 'Wo Sie sich beschweren können',
    authorityText: 'Zuständig ist: {{authority}}.',
    notice: 'Datenschutz bei {{company}}',
    version: 'Fassung {{version}} vom {{date}}',
    shownIn: 'Sie lesen den Text auf {{language}}.',
    gpc: 'Ihr Browser bittet darum, dass niemand Ihre Daten weitergibt.',
  },
  /** Legal basis as a short label. */
  basis: {
    consent: 'nur mit Ihrem Ja',
    objection: 'läuft, bis Sie Stopp sagen',
    contract: 'nötig für den Vertrag',
    'legal-duty': 'Pflicht nach dem Gesetz',
  },
  /** Legal basis in a sentence. */
  basisText: {
    consent: 'Das geschieht nur, wenn Sie Ja sagen.',
    objection: 'Das ist erlaubt, bis Sie Stopp sagen.',
    contract: 'Ohne das geht Ihr Vertrag nicht. Darum gibt es hier keine Wahl.',
    'legal-duty': 'Ein Gesetz schreibt das vor. Darum gibt es hier keine Wahl.',
  },
  data: {
    required: 'Dafür nötig',
    optional: 'Wenn Sie mögen',
    requiredHint: 'Ein Ja gilt für alle diese Angaben.',
    optionalHint: 'Wählen Sie, was Sie dazugeben. Nichts davon ist nötig.',
    missing: 'Das steht noch nicht in Ihrem Profil. Tragen Sie es hier ein.',
  },
  validity: {
    forMonths: '{{duration}}, dann endet Ihr Ja von selbst.',
    open: 'Bis Sie es zurücknehmen.',
    openObjection: 'Bis Sie Stopp sagen.',
    endsOn: 'Ihr Ja endet am {{date}} von selbst.',
    noControl: 'So lange, wie es nötig ist.',
  },
  decision: {
    heading: 'Ihre Entscheidung',
    yes: 'Ja',
    no: 'Nein',
    stop: 'Stopp',
    allowAgain: 'Wieder erlauben',
    takeBack: 'Zurücknehmen',
    change: 'Auswahl ändern',
    saveChange: 'Auswahl speichern',
    question: 'Darf {{company}} das?',
    noMatter: 'Beides ist in Ordnung. Sie können es jederzeit ändern.',
  },
  change: {
    changedText: 'Der Zweck hat sich geändert. Ihr Ja gilt nur für den alten Umfang, bis {{date}}.',
    endedText: 'Der Zweck hat sich geändert. Ihr altes Ja gilt nicht mehr.',
  },
} as const;
