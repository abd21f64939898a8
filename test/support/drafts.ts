/** What is stored by drafts under this key of theirs. */
export const storedDrafts = (draftKey: string): string[] =>
  Object.keys(localStorage).filter(key => key.includes(`:draft:`) && key.includes(JSON.stringify(draftKey)));

/** Takes them away. */
export const dropDrafts = (draftKey: string): void =>
  storedDrafts(draftKey).forEach(key => localStorage.removeItem(key));
