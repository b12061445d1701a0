import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instrumentWords, supportActWords } from '../../../contract/support-words.ts';
import type { SupportProposal } from '../../../contract/supports.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { useAct } from '../../acts/useAct.ts';
import { announce } from '../../components/Announce/announce.ts';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { paths } from '../../server/paths.ts';
import { useSay } from '../../words/say.ts';

interface ProposalProps {
  readonly id: string;
  readonly of: SupportProposal;
  readonly may: boolean;
}

/** One measure with its reasons; whoever offers it writes to the person in their own words. */
export const Proposal = ({ id, of, may }: ProposalProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const [writes, setWrites] = useState(false);
  const name = say(of.name);
  const able = may && of.provider !== null && !of.open;
  return (
    <li className="support-proposal stack">
      <h3>
        {name} <span className="quiet small">{say(instrumentWords[of.instrument])}</span>
      </h3>
      <p>
        {of.providerName
          ? t('support.givenWithin', { provider: say(of.providerName), within: say(of.within) })
          : t('support.noProvider')}
      </p>
      <p>
        {t('support.answers', {
          needs: of.needs.map((one) => say(one.name)).join(t('list.comma')),
        })}
      </p>
      {of.toShow.length > 0 && (
        <p>
          {t('support.toShow', {
            conditions: of.toShow.map((one) => say(one.name)).join(t('list.comma')),
          })}
        </p>
      )}
      {of.documents.map((paper) => (
        <p key={paper.code} className="small">
          {t('support.paper', { paper: say(paper.name), rule: say(paper.citation.text) })}
        </p>
      ))}
      <p className="quiet small">
        {say(of.citation.text)}
        {of.citation.illustrative && ` ${t('law.illustrative')}`}
      </p>
      {of.open && <p className="quiet">{t('support.underWay')}</p>}
      {able && !writes && (
        <p>
          <Button onClick={() => setWrites(true)}>
            {t('support.offerThis', { measure: name })}
          </Button>
        </p>
      )}
      {able && writes && <Offer id={id} of={of} />}
    </li>
  );
};

const Offer = ({ id, of }: Omit<ProposalProps, 'may'>) => {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [lacks, setLacks] = useState(false);
  const act = say(supportActWords.offer);
  const send = useAct(paths.offerSupport, (done) => {
    announce(t('form.done', { act }));
    void navigate({ to: '/supports/$id', params: { id: done.id } });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return setLacks(true);
    send.mutate({ case: id, measure: of.measure, need: of.needs[0]?.code, words });
  };
  const field = `offer-${of.measure}`;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Framed
        id={field}
        label={t('field.supportWords.label')}
        hint={t('field.supportWords.read')}
        error={lacks ? t('form.required') : undefined}
      >
        {(describedBy) => (
          <textarea
            id={field}
            className="field-box"
            rows={4}
            aria-describedby={describedBy}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setLacks(false);
            }}
          />
        )}
      </Framed>
      {send.error && <Trouble of={send.error} />}
      <p>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {act}
        </Button>
      </p>
    </form>
  );
};
