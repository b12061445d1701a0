import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAct, CaseView, ProposalView } from '../../../contract/cases.ts';
import { actWords } from '../../../contract/words.ts';
import { choicesOf } from '../../acts/choices.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { forms } from '../../acts/forms.ts';
import { isPlainLetter, useLetters } from '../../acts/useLetters.ts';
import { announce } from '../../components/Announce/announce.ts';
import { Key } from '../../components/Key.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { useSay } from '../../words/say.ts';
import { Another } from './Another.tsx';
import { Category } from './Category.tsx';
import { type Choice, useDispatch } from './useDispatch.ts';

interface DecisionProps {
  readonly of: CaseView;
  readonly proposal: ProposalView;
  /** True while a newly chosen category's proposal is still under way. */
  readonly settling: boolean;
  readonly chooseCategory: (category: string) => void;
  readonly onward: () => void;
  readonly openAct: (id: string, act: CaseAct) => void;
}

/** The key that asks for another unit. */
const ANOTHER = 'c';
const ELSEWHERE: readonly CaseAct[] = [
  'redirect',
  'show-emergency',
  'confirm-handover',
  'answer-at-once',
  'triage',
];

const Because = ({ proposal }: { proposal: ProposalView }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (!proposal.lead) {
    return (
      <div className="decision-unit stack">
        <p>{proposal.because ? say(proposal.because.sentence) : t('dispatch.noProposal')}</p>
      </div>
    );
  }
  return (
    <div className="decision-unit stack">
      <p className="decision-lead">{say(proposal.lead.name)}</p>
      {proposal.assisting.length > 0 && (
        <p>
          {t('dispatch.assisting')}{' '}
          {proposal.assisting.map(({ name }) => say(name)).join(t('list.comma'))}
        </p>
      )}
      {proposal.because && (
        <>
          <p>{say(proposal.because.sentence)}</p>
          <Law citation={proposal.because.citation} />
        </>
      )}
    </div>
  );
};

/** Elsewhere: another category, another channel, the emergency line, an answer on the spot. */
const Elsewhere = ({ of, openAct }: Pick<DecisionProps, 'of' | 'openAct'>) => {
  const say = useSay();
  const allowed = choicesOf(of)
    .flatMap((choice) => (choice.allowed ? [choice.act] : []))
    // Before triage its questions stand on the desk itself.
    .filter((act) => ELSEWHERE.includes(act) && (act !== 'triage' || of.status === 'triaged'));
  useLetters(
    allowed.map((act) => ({ letter: forms[act].letter, take: () => openAct(of.id, act) })),
  );
  return (
    <>
      {allowed.map((act) => (
        <Button
          key={act}
          type={act === 'confirm-handover' ? 'primary' : 'default'}
          onClick={() => openAct(of.id, act)}
        >
          {say(actWords[act])} <Key>{forms[act].letter.toUpperCase()}</Key>
        </Button>
      ))}
    </>
  );
};

const useLetter = (letter: string, press: () => void): void => {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isPlainLetter(event) || event.key.toLowerCase() !== letter) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [letter]);
};

export const Decision = ({
  of,
  proposal,
  settling,
  chooseCategory,
  onward,
  openAct,
}: DecisionProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const accept = useRef<HTMLButtonElement>(null);
  const [another, setAnother] = useState(false);
  const category = of.category ?? proposal.category ?? proposal.categories[0]?.code ?? null;
  const categoryName = proposal.categories.find(({ code }) => code === category)?.name;
  const [typed, setTyped] = useState<string | null>(null);
  const title = typed ?? of.title ?? (categoryName ? say(categoryName) : '');
  const dispatch = useDispatch(of, (sent, choice) => {
    const said = sent === 'sent' ? 'dispatch.sent' : 'dispatch.triaged';
    announce(t(said, { unit: choice.leadName, title: choice.title }));
    onward();
  });
  useLetter(ANOTHER, () => setAnother(true));

  const urgent = of.emergency !== null && !of.emergency.confirmed;
  const ready = !settling && proposal.lead !== null && category !== null && title.trim() !== '';
  // The next case arrives with its answer under the finger; whoever is typing is left alone.
  useEffect(() => {
    const busy = document.activeElement?.matches('input, textarea, [role=combobox]');
    // An emergency is confirmed before anything is sent anywhere: Enter must not slip past it.
    if (ready && !urgent && !busy) accept.current?.focus();
  }, [ready, urgent]);

  const send = (choice: Omit<Choice, 'category' | 'title'>) => {
    if (category !== null) dispatch.mutate({ category, title: title.trim(), ...choice });
  };
  const lead = proposal.lead;

  return (
    <section className="decision stack" aria-label={t('dispatch.proposal')}>
      <h2>{t('dispatch.proposal')}</h2>
      {of.status === 'received' && (
        <>
          <Category proposal={proposal} chosen={category} choose={chooseCategory} />
          <Framed id="decision-title" label={t('field.title.label')} hint={t('field.title.read')}>
            {(describedBy) => (
              <input
                id="decision-title"
                className="field-box"
                maxLength={120}
                aria-describedby={describedBy}
                value={title}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Framed>
        </>
      )}
      <Because proposal={proposal} />
      {dispatch.error && <Trouble of={dispatch.error} />}
      <div className="decision-acts">
        {lead && (
          <Button
            type={urgent ? 'default' : 'primary'}
            ref={accept}
            disabled={!ready}
            loading={dispatch.isPending}
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            onClick={() =>
              send({
                lead: lead.unit,
                leadName: say(lead.name),
                assisting: proposal.assisting.map(({ unit }) => unit),
                overrideReason: null,
              })
            }
          >
            {t('dispatch.accept', { unit: say(lead.name) })} <Key>⏎</Key>
          </Button>
        )}
        <Button aria-expanded={another} onClick={() => setAnother(!another)}>
          {t('dispatch.another')} <Key>{ANOTHER.toUpperCase()}</Key>
        </Button>
        <Elsewhere of={of} openAct={openAct} />
      </div>
      {another && (
        <Another
          proposal={proposal}
          sending={dispatch.isPending}
          send={(lead, leadName, overrideReason) =>
            send({ lead, leadName, assisting: [], overrideReason })
          }
        />
      )}
    </section>
  );
};
