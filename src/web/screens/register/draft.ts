import type { ContactDetails, Intake, RequestKind } from '../../../contract/cases.ts';

/** What the form holds until it is sent. */
export interface Draft {
  readonly words: string;
  readonly kind: RequestKind | undefined;
  readonly intake: Intake;
  readonly unit: string | undefined;
  readonly detail: string;
  readonly contact: ContactDetails;
  readonly confidential: boolean;
}

export const emptyDraft: Draft = {
  words: '',
  kind: undefined,
  intake: 'counter',
  unit: undefined,
  detail: '',
  contact: {},
  confidential: false,
};

/** The questions that must be answered, by the name of their field. */
export const lackingIn = (draft: Draft): readonly string[] =>
  [
    draft.words.trim() === '' && 'register-words',
    draft.kind === undefined && 'kind',
    draft.unit === undefined && 'register-unit',
  ].filter((name) => name !== false);

const given = (contact: ContactDetails): object => {
  const answered = Object.entries(contact).flatMap(([name, value]) =>
    value && value.trim() !== '' ? [[name, value.trim()]] : [],
  );
  return answered.length === 0 ? {} : { contact: Object.fromEntries(answered) };
};

/** The body of the registration; what was left empty is not said. */
export const bodyOf = ({ words, detail, contact, unit, ...rest }: Draft): object => ({
  ...rest,
  words: words.trim(),
  place: { unit, ...(detail.trim() === '' ? {} : { detail: detail.trim() }) },
  ...given(contact),
  reportsOfficial: false,
});
