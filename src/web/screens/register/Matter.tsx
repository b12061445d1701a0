import { useTranslation } from 'react-i18next';
import type { Intake, RequestKind } from '../../../contract/cases.ts';
import { intakeWords, kindWords } from '../../../contract/words.ts';
import { Choices } from '../../acts/Fields/Choices.tsx';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { PickOne, useUnitOptions } from '../../acts/Fields/Picker.tsx';
import { useSay } from '../../words/say.ts';
import type { Draft } from './draft.ts';

interface MatterProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** What a clerk takes down by hand; the other ways in have doors of their own. */
const WAYS: readonly Intake[] = ['counter', 'phone', 'paper', 'grid'];
const KINDS = Object.keys(kindWords) as RequestKind[];
export const PLACES: readonly string[] = ['community', 'street'];

export const Words = ({ draft, set, errorOf }: MatterProps) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <Framed
        id="register-words"
        label={t('register.words')}
        hint={t('register.wordsRead')}
        error={errorOf('register-words')}
      >
        {(describedBy) => (
          <textarea
            id="register-words"
            className="field-box register-words"
            rows={6}
            maxLength={5000}
            aria-describedby={describedBy}
            value={draft.words}
            onChange={(event) => set({ words: event.target.value })}
          />
        )}
      </Framed>
      <Choices
        name="kind"
        legend={t('register.kind')}
        hint={t('register.kindRead')}
        error={errorOf('kind')}
        value={draft.kind}
        change={(kind) => set({ kind })}
        options={KINDS.map((value) => ({ value, label: say(kindWords[value]) }))}
      />
      <Choices
        name="intake"
        legend={t('register.intake')}
        hint={t('register.intakeRead')}
        value={draft.intake}
        change={(intake) => set({ intake })}
        options={WAYS.map((value) => ({ value, label: say(intakeWords[value]) }))}
      />
    </>
  );
};

export const Place = ({ draft, set, errorOf }: MatterProps) => {
  const { t } = useTranslation();
  const places = useUnitOptions(PLACES);
  return (
    <>
      <Framed
        id="register-unit"
        label={t('register.place')}
        hint={t('register.placeRead')}
        error={errorOf('register-unit')}
      >
        {(describedBy) => (
          <PickOne
            id="register-unit"
            options={places}
            describedBy={describedBy}
            value={draft.unit}
            change={(unit) => set({ unit })}
          />
        )}
      </Framed>
      <Framed
        id="register-detail"
        label={t('form.optional', { label: t('register.detail') })}
        hint={t('register.detailRead')}
      >
        {(describedBy) => (
          <input
            id="register-detail"
            className="field-box"
            maxLength={500}
            aria-describedby={describedBy}
            value={draft.detail}
            onChange={(event) => set({ detail: event.target.value })}
          />
        )}
      </Framed>
    </>
  );
};
