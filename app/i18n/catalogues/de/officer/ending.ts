/** The people behind one line of "what ends soon". */
export const ending = {
  title: 'Was bald endet',
  headline: {
    pending_one: 'Eine Einwilligung wartet seit über einer Woche auf ihre Bestätigung',
    pending_other: '{{count}} Einwilligungen warten seit über einer Woche auf ihre Bestätigung',
    expiring_one: 'Eine Einwilligung endet bis {{date}}',
    expiring_other: '{{count}} Einwilligungen enden bis {{date}}',
    ending_one: 'Eine Einwilligung hängt an einer Fassung, die am {{date}} endet',
    ending_other: '{{count}} Einwilligungen hängen an einer Fassung, die am {{date}} endet',
  },
  lead: {
    pending: 'Ohne den Knopf in der Mail wird nichts daraus. Es ist nichts zu tun.',
    expiring: 'Danach wird nichts mehr genutzt. Ein neues Ja holt nur eine neue Frage.',
    ending: 'Danach gilt nur, wozu die Person zur neuen Fassung Ja gesagt hat.',
  },
  none: 'Hier endet nichts',
  table: 'Personen, frühestes Ende zuerst',
  asked: 'Gefragt am',
  granted: 'Erteilt am',
  ends: 'Endet am',
  first: 'Hier stehen die ersten {{count}}.',
} as const;
