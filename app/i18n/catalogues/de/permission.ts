/**
 * Why something is permitted or not, for every reason code. Marketers read one
 * and the same word whatever the cause: a cause would be one more thing known
 * about a person.
 */
export const permission = {
  customer: {
    'under-age': 'Nicht erlaubt: Dafür sind Sie noch zu jung. Ihre Antwort bleibt gespeichert.',
    paused: 'Im Moment nicht erlaubt: Sie machen Pause.',
  },
  officer: {
    granted: 'erlaubt, Einwilligung erteilt',
    open: 'erlaubt, kein Widerspruch',
    'relationship-ended': 'gesperrt, Beziehung beendet',
    'customer-restricted': 'gesperrt, Verarbeitung im ganzen Portal eingeschränkt',
    'relationship-restricted': 'gesperrt, Verarbeitung für diese Firma eingeschränkt',
    'customer-unconfirmed': 'gesperrt, E-Mail-Adresse unbestätigt',
    'basis-opens-no-data': 'Grundlage öffnet keine Profildaten',
    'purpose-retired': 'gesperrt, Zweck eingestellt',
    'under-age': 'gesperrt, nach eigener Angabe zu jung für eine Einwilligung',
    undecided: 'gesperrt, nicht entschieden',
    pending: 'gesperrt, Bestätigung offen',
    refused: 'gesperrt, abgelehnt',
    withdrawn: 'gesperrt, widerrufen',
    expired: 'gesperrt, Einwilligung abgelaufen',
    objected: 'gesperrt, widersprochen',
    'version-ended': 'gesperrt, Übergangsfrist der alten Fassung vorbei',
    paused: 'gesperrt, Pause',
    'channel-not-granted': 'Kanal nicht gewählt',
    'channel-off': 'Kanal abgeschaltet',
    'channel-unverified': 'Kanal nicht bestätigt',
    'topic-not-granted': 'Thema gehört nicht zum Zweck',
    'topic-off': 'Thema abgeschaltet',
    'quiet-hours': 'Ruhezeit',
    'frequency-reached': 'Höchstzahl der Woche erreicht',
  },
  marketer: {
    notPermitted: 'nicht freigegeben',
  },
} as const;
