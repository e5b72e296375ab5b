/** Addresses of the officer's pages. No name, address or number of a person ever stands in one. */
export const entryPath = (index: number): string => `/officer/log/${index}`;
export const personPath = (subject: string): string => `/officer/customers/${subject}`;
export const personNoPath = (subject: string): string => `${personPath(subject)}/no`;
export const personLogPath = (subject: string): string => `/officer/log?subject=${subject}`;

/** Enough of the opaque id to tell two people of one list apart. */
export const shortSubject = (subject: string): string => subject.slice(0, 8);
