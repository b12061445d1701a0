import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import type { Role } from '../../../contract/session.ts';
import type { WhistleProposal } from '../../../contract/whistles.ts';
import { Entered } from '../../acts/ActDrawer/Entered.tsx';
import { type Circumstance, envelopeOf } from '../../acts/ActDrawer/envelope.ts';
import { Calls, isFull } from '../../acts/Fields/Calls.tsx';
import { Texts } from '../../acts/Fields/Texts.tsx';
import { useAct } from '../../acts/useAct.ts';
import { useSession } from '../../app/session.tsx';
import { announce } from '../../components/Announce/announce.ts';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { paths } from '../../server/paths.ts';
import { whistleProposalQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { bodyOf, type Draft, firstDraft, forget, keep, type Lack, lackingIn } from './draft.ts';
import { Levels } from './Levels.tsx';
import { Over } from './Over.tsx';
import { Powers } from './Powers.tsx';
import { Send } from './Send.tsx';

interface ComposerFormProps {
  readonly of: CaseView;
  readonly begin: WhistleProposal;
}

/** Whoever answers the telephone takes a whistle down for the head of their own office. */
const usualFor = (role: Role, unit: string): Circumstance =>
  role === 'intake_agent' ? { behalf: 'post', post: { unit, role: 'unit_head' } } : {};

const FIELDS: Readonly<Record<Lack, string>> = {
  powers: '[name=composer-powers]',
  tried: '#composer-tried-0',
  units: '[name=composer-units]',
  override: '#composer-override',
};

const Live = ({ of }: { of: WhistleProposal }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (of.live.length === 0) return null;
  return (
    <ul className="composer-live" role="note">
      {of.live.map(({ id, issuerName, units }) => (
        <li key={id}>
          {t('composer.live', {
            issuer: say(issuerName),
            units: units.map(say).join(t('list.comma')),
          })}
        </li>
      ))}
    </ul>
  );
};

export const ComposerForm = ({ of, begin }: ComposerFormProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { post, zone } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const usual = usualFor(post.role, post.unit);
  const [draft, setDraft] = useState<Draft>(() => firstDraft(of.id, begin));
  const [circumstance, setCircumstance] = useState<Circumstance>(usual);
  const [lacking, setLacking] = useState<readonly Lack[]>([]);
  const { data: proposal = begin, isFetching } = useQuery(whistleProposalQuery(of.id, draft.named));
  const send = useAct(paths.propose, ({ id }) => {
    forget(of.id);
    announce(t('composer.done', { count: draft.units.length }));
    void navigate({ to: '/whistles/$id', params: { id } });
  });

  const change = (next: Draft) => {
    setDraft(next);
    keep(of.id, next);
    if (lacking.length > 0) setLacking(lackingIn(next, over(next).length > 0));
  };
  const calls = proposal.calls.filter((call) =>
    call.powers.some((power) => draft.powers.includes(power)),
  );
  const over = ({ units }: Draft) =>
    proposal.calls.filter((call) => units.includes(call.unit) && isFull(call));
  const full = over(draft);
  const errorOf = (name: Lack) => (lacking.includes(name) ? t('form.required') : undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = lackingIn(draft, full.length > 0);
    setLacking(lacks);
    const [first] = lacks;
    if (first) return form.current?.querySelector<HTMLElement>(FIELDS[first])?.focus();
    send.mutate({ ...bodyOf(of.id, draft, proposal.calls), ...envelopeOf(circumstance, zone) });
  };

  return (
    <form ref={form} className="composer" onSubmit={submit} noValidate>
      <Live of={proposal} />
      <div className="composer-what stack">
        <Powers of={proposal} draft={draft} change={change} error={errorOf('powers')} />
        <Texts
          id="composer-tried"
          legend={t('field.tried.label')}
          hint={t('field.tried.read')}
          error={errorOf('tried')}
          rows={draft.tried}
          change={(tried) => change({ ...draft, tried })}
        />
      </div>
      <div className="composer-whom stack">
        <Calls
          id="composer-units"
          legend={t('field.calls.label')}
          hint={t('field.calls.read')}
          error={errorOf('units')}
          calls={calls}
          loading={isFetching}
          named={draft.powers.length > 0}
          value={draft.units}
          change={(units) => change({ ...draft, units })}
        />
        {full.length > 0 && (
          <Over full={full} draft={draft} change={change} error={errorOf('override')} />
        )}
      </div>
      <div className="composer-how stack">
        <Levels of={proposal} draft={draft} change={change} />
        <Entered
          value={circumstance}
          change={setCircumstance}
          open={usual.behalf !== undefined}
          persons={false}
          late={false}
        />
        {send.error && <Trouble of={send.error} />}
      </div>
      <Send of={proposal} draft={draft} circumstance={circumstance} pending={send.isPending} />
    </form>
  );
};
