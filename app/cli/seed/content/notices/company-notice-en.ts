import type { CompanyProfile, NoticeContent } from '#schema/company.ts';
import type { NoticeFacts } from './facts.ts';

/** GDPR Art. 13 in the order in which people ask; the purposes themselves stand on their own pages. */
export function companyNoticeEn(company: CompanyProfile, facts: NoticeFacts): NoticeContent {
  return {
    language: 'en',
    title: `Privacy at ${company.name}`,
    short: [
      'What you do not allow stays with you.',
      'Each purpose has a page of its own. There you say yes or no.',
      'You can take back a yes at any time. It takes effect straight away and costs nothing.',
      'You see every look at your data: who it was, when and what for.',
      'This company is made up for the demo.',
    ],
    sections: [
      {
        heading: 'Who is responsible for your data',
        paragraphs: [
          `${company.legalName}, ${company.address}.`,
          `You can reach us at ${company.email}.`,
          `Our privacy officer is ${company.officer.name}, ${company.officer.email}.`,
        ],
      },
      {
        heading: 'What we need data for',
        paragraphs: [
          `We need data ${facts.occasions}.`,
          'For each purpose we say which details we need and what both sides get from it.',
          'For most purposes we need your yes (Art. 6(1)(a) GDPR).',
          'We also show what the contract or the law requires. There is no choice there.',
          'Some advertising to our own customers runs without your yes. One word from you stops it straight away.',
        ],
      },
      { heading: 'Who else gets the data', paragraphs: [...facts.recipients, 'We do not sell data.'] },
      { heading: 'Where the data is kept', paragraphs: [...facts.storage] },
      {
        heading: 'How long we keep it',
        paragraphs: [
          ...facts.retention,
          'We keep a record of who said yes or no and when, as proof, as long as it is needed.',
        ],
      },
      { heading: 'What programs do', paragraphs: [...facts.profiling] },
      {
        heading: 'Your rights',
        paragraphs: [
          'You can see all of it, take it with you, change it and have it deleted.',
          'You can stop us using the data while something is in dispute.',
          'You can do most of this yourself in this portal. For the rest, an email to us is enough.',
          `If we cannot settle it, you can turn to the authority: ${company.authority.name}.`,
          `Its website: ${company.authority.url}`,
        ],
      },
      {
        heading: 'When something changes',
        paragraphs: [
          'Every version stays open to read. With each yes we note which one was in force.',
          'A new version never makes more of your yes than you allowed.',
        ],
      },
    ],
  };
}
