/** Conversations, in words that customers, marketers and officers all read. */
export const thread = {
  concern: {
    need: 'Wunsch',
    question: 'Frage',
    disagreement: 'Einwand',
    offer: 'Nachricht der Firma',
  },
  state: {
    open: 'wartet auf {{company}}',
    answered: 'beantwortet',
    closed: 'beendet',
    written: 'von {{company}}',
  },
  you: 'Sie',
  customer: 'Kundin oder Kunde',
  staff: '{{role}} von {{company}}',
  sign: 'Kürzel {{sign}}',
  picture: 'Bild {{number}} von {{total}}',
  pictures: {
    label: 'Bilder',
    hint: 'Bis zu {{max}} Bilder mit je {{size}} MB. Ort und Gerät aus dem Bild werden vorher gelöscht.',
  },
  new: 'Neu',
  talk: 'Das Gespräch',
  quoteLook: 'Um diesen Blick geht es',
  quoteEntry: 'Um diesen Eintrag geht es',
  text: 'Ihre Nachricht',
  send: 'Senden',
  kind: { purchase: 'Einkauf', service: 'Service', contact: 'Kontakt', visit: 'Besuch' },
  error: {
    tooManyPictures: 'Mehr als {{max}} Bilder gehen nicht.',
    pictureTooLarge: 'Das Bild ist zu groß. Möglich sind {{max}} MB.',
    pictureUnknown: 'Das ist kein Bild, das wir zeigen können. Es gehen JPEG, PNG und WebP.',
    pictureBroken: 'Dieses Bild ist beschädigt. Bitte nehmen Sie ein anderes.',
    picturesAgain: 'Bitte wählen Sie auch die Bilder noch einmal aus.',
  },
} as const;
