export const recalls = {
  title: 'Recalls',
  headline_one: 'One recall is open.',
  headline_other: '{{count}} recalls are open.',
  headlineNone: 'No recall is open.',
  overdue_one: 'One of them is overdue.',
  overdue_other: '{{count}} of them are overdue.',
  lead: 'Who was told to delete, correct or restrict data (GDPR Art. 17, 18, 19).',
  open: 'Open recalls',
  closed: 'Closed recalls',
  none: 'No entries.',
  opened: 'Told',
  by: 'Confirmed by',
};
