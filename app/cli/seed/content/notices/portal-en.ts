import type { NoticeContent } from '#schema/company.ts';
import { OPERATOR } from '../companies.ts';

export const PORTAL_NOTICE_EN: NoticeContent = {
  language: 'en',
  title: 'Privacy in this portal',
  short: [
    'Your profile is yours. Companies see only what you allow for one purpose.',
    'At first, nothing is allowed.',
    'You see every look at your data and can take back any yes straight away.',
    'We show no advertising and load nothing from other servers.',
    'This is a demo. All people and companies in it are made up.',
  ],
  sections: [
    {
      heading: 'Who runs the portal',
      paragraphs: [
        `${OPERATOR.legalName}, ${OPERATOR.address}.`,
        `You can reach us at ${OPERATOR.email}.`,
        `Our privacy officer is ${OPERATOR.officer.name}, ${OPERATOR.officer.email}.`,
      ],
    },
    {
      heading: 'What we store',
      paragraphs: [
        'The address you sign in with, and what you write into your profile yourself.',
        'When you said yes or no to what, and which text you saw when you did.',
        'Who looked at your data, when and what for.',
        'Your profile is encrypted. The people who run the portal do not read it.',
        'Companies may count a few rough details if you allow it. They are kept without a name.',
      ],
    },
    {
      heading: 'Why we may do this',
      paragraphs: [
        'It does not work without an account. That is our contract with you (Art. 6(1)(b) GDPR).',
        'You decide with your yes what companies see (Art. 6(1)(a) GDPR).',
        'The law requires proof of it (Art. 7(1) GDPR).',
      ],
    },
    {
      heading: 'Cookies and technology',
      paragraphs: [
        'We set only cookies that the portal cannot work without. One keeps you signed in, one remembers the language.',
        'A third one knows your device again. That is how we tell you when someone signs in on another device.',
        'We do not measure how you move through the pages.',
        'All pages for customers work without JavaScript.',
      ],
    },
    {
      heading: 'Where the data is kept and for how long',
      paragraphs: [
        'The data is on the computer on which this demo runs. Nobody else gets it.',
        'When you leave, we delete your profile. The proof stays for as long as the law requires.',
      ],
    },
    {
      heading: 'Your rights',
      paragraphs: [
        'You can see all of it, take it with you as a file, change it and delete it.',
        'Taking back a yes takes no more steps than giving it.',
        `If we cannot settle it, you can turn to the authority: ${OPERATOR.authority.name}.`,
        `Its website: ${OPERATOR.authority.url}`,
      ],
    },
  ],
};
