import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  affectedWords,
  blockedWords,
  harmWords,
  seatWords,
  sponsorshipActWords,
} from '../../../contract/sponsorship-words.ts';
import type { BlockedKind, NominationChoices, SeatName } from '../../../contract/sponsorships.ts';
import { Choices } from '../../acts/Fields/Choices.tsx';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { PickMany } from '../../acts/Fields/Picker.tsx';
import { Texts } from '../../acts/Fields/Texts.tsx';
import { useAct } from '../../acts/useAct.ts';
import { useSession } from '../../app/session.tsx';
import { announce } from '../../components/Announce/announce.ts';
import { Beside } from '../../components/Sponsorship/Beside.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { paths } from '../../server/paths.ts';
import { useSay } from '../../words/say.ts';
import { bodyOf, type Draft, type Lacking, lacks } from './draft.ts';

interface FormProps {
  readonly id: string;
  readonly of: NominationChoices;
}

interface PartProps {
  readonly of: NominationChoices;
  readonly draft: Draft;
  readonly lacking: ReadonlySet<Lacking>;
  readonly set: (change: Partial<Draft>) => void;
}

const BLOCKED = Object.keys(blockedWords) as BlockedKind[];

/** What the case itself shows can be chosen; what it does not show is not there to choose. */
const Blocked = ({ of, draft, lacking, set }: PartProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const proven = new Map(of.blocked.map(({ kind, evidence }) => [kind, evidence]));
  const offered = BLOCKED.filter((kind) => kind === 'ASKED' || proven.has(kind));
  return (
    <>
      <Choices<BlockedKind>
        name="nomination-blocked"
        legend={t('nomination.blocked')}
        hint={t(proven.size > 0 ? 'nomination.blockedRead' : 'nomination.blockedNone')}
        error={lacking.has('kind') ? t('form.required') : undefined}
        inline={false}
        options={offered.map((kind) => {
          const evidence = proven.get(kind);
          return {
            value: kind,
            label: say(blockedWords[kind]),
            note: evidence ? say(evidence) : t('nomination.askedRead'),
          };
        })}
        value={draft.kind}
        change={(kind) => set({ kind })}
      />
      {draft.kind === 'ASKED' && (
        <>
          <Framed
            id="nomination-powers"
            label={t('nomination.powers')}
            hint={t('nomination.powersRead')}
            error={lacking.has('powers') ? t('form.required') : undefined}
          >
            {(describedBy) => (
              <PickMany
                id="nomination-powers"
                describedBy={describedBy}
                options={of.lacking.map(({ power, name }) => ({
                  value: power,
                  label: say(name),
                  found: `${name.zh} ${name.en} ${power}`.toLowerCase(),
                }))}
                value={draft.powers}
                change={(powers) => set({ powers })}
              />
            )}
          </Framed>
          <Texts
            id="nomination-tried"
            legend={t('nomination.tried')}
            hint={t('nomination.triedRead')}
            error={lacking.has('tried') ? t('form.required') : undefined}
            rows={draft.tried}
            change={(tried) => set({ tried })}
          />
        </>
      )}
    </>
  );
};

interface LongProps {
  readonly name: 'reason' | 'because';
  readonly draft: Draft;
  readonly lacking: ReadonlySet<Lacking>;
  readonly set: (change: Partial<Draft>) => void;
}

const Long = ({ name, draft, lacking, set }: LongProps) => {
  const { t } = useTranslation();
  const field = `nomination-${name}`;
  return (
    <Framed
      id={field}
      label={t(`nomination.${name}`)}
      hint={t(`nomination.${name}Read`)}
      error={lacking.has(name) ? t('form.required') : undefined}
    >
      {(describedBy) => (
        <textarea
          id={field}
          className="field-box"
          rows={3}
          maxLength={2000}
          aria-describedby={describedBy}
          value={draft[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Framed>
  );
};

/** Of the matter alone: there is nothing here to say about a person. */
const Grounds = ({ draft, lacking, set }: PartProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const named = <Code extends string>(words: Readonly<Record<Code, { zh: string; en: string }>>) =>
    (Object.keys(words) as Code[]).map((value) => ({ value, label: say(words[value]) }));
  return (
    <>
      <Choices
        name="nomination-harm"
        legend={t('nomination.harm')}
        hint={t('nomination.groundsRead')}
        options={named(harmWords)}
        value={draft.harm}
        change={(harm) => set({ harm })}
      />
      <Choices
        name="nomination-affected"
        legend={t('nomination.affected')}
        options={named(affectedWords)}
        value={draft.affected}
        change={(affected) => set({ affected })}
      />
      <Choices<boolean>
        name="nomination-breach"
        legend={t('nomination.legalBreach')}
        options={[
          { value: true, label: t('choice.yes') },
          { value: false, label: t('choice.no') },
        ]}
        value={draft.legalBreach}
        change={(legalBreach) => set({ legalBreach })}
      />
      <Long name="because" draft={draft} lacking={lacking} set={set} />
    </>
  );
};

const SEATS = [
  ['sponsor', 'sponsors'],
  ['lead', 'leads'],
  ['liaison', 'liaisons'],
] as const satisfies readonly (readonly [SeatName, keyof NominationChoices])[];

/** Three different people; what the leader has in hand stands beside the name. */
const SeatFields = ({ of, draft, lacking, set }: PartProps) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      {SEATS.map(([seat, all]) => (
        <Choices<string>
          key={seat}
          name={`nomination-${seat}`}
          legend={say(seatWords[seat])}
          hint={t(of[all].length > 0 ? `nomination.${seat}Read` : 'nomination.nobody')}
          error={lacking.has(seat) ? t('form.required') : undefined}
          inline={false}
          options={of[all].map((one) => ({
            value: one.login,
            label: `${say(one.post.unitName)} · ${say(one.post.roleName)} (${one.login})`,
            note: one.load && <Beside of={one} load={one.load} />,
          }))}
          value={draft[seat]}
          change={(login) => set({ [seat]: login })}
        />
      ))}
    </>
  );
};

const EMPTY: Draft = { powers: [], tried: [], reason: '', because: '', legalBreach: false };

export const NominationForm = ({ id, of }: FormProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [lacking, setLacking] = useState<ReadonlySet<Lacking>>(new Set());
  const name = say(sponsorshipActWords.nominate);
  const send = useAct(paths.nominate, (done) => {
    announce(t('form.done', { act: name }));
    void navigate({ to: '/sponsorships/$id', params: { id: done.id } });
  });
  const set = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change });
    const touched = Object.keys(change) as Lacking[];
    setLacking(new Set([...lacking].filter((one) => !touched.includes(one))));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const without = lacks(draft);
    setLacking(new Set(without));
    const [first] = without;
    if (first) {
      document
        .querySelector<HTMLElement>(`#nomination-${first}, [name="nomination-${first}"]`)
        ?.focus();
      return;
    }
    send.mutate({ case: id, ...bodyOf(draft, of, post) });
  };
  const part = { of, draft, lacking, set };
  return (
    <form className="nomination" onSubmit={submit} noValidate>
      <Blocked {...part} />
      <Long name="reason" draft={draft} lacking={lacking} set={set} />
      <Grounds {...part} />
      <SeatFields {...part} />
      {post.role !== 'unit_head' && <p className="quiet">{t('nomination.headsWord')}</p>}
      {send.error && <Trouble of={send.error} />}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {name}
      </Button>
    </form>
  );
};
