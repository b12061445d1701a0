import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LawProposalView } from '../../../contract/law.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { useSession } from '../../app/session.tsx';
import { announce } from '../../components/Announce/announce.ts';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { useChange } from './useChange.ts';

interface DecideProps {
  readonly of: LawProposalView;
  /** The institution's version the reader sees. */
  readonly seen: number;
  readonly from: string;
}

/** What a rule editor may do about a proposal: decide another's, take back their own. */
export const Decide = (props: DecideProps) => {
  const { t } = useTranslation();
  const { post } = useSession();
  if (post.role !== 'rule_editor') return <p className="quiet">{t('rules.notEditor')}</p>;
  return props.of.own ? <TakeBack {...props} /> : <Other {...props} />;
};

const TakeBack = ({ of, seen }: DecideProps) => {
  const { t } = useTranslation();
  const take = useChange('take-back-rulebook', () => announce(t('rules.done.takeBack')));
  return (
    <div className="stack no-print">
      <p className="quiet">{t('rules.own')}</p>
      {take.error && <Trouble of={take.error} />}
      <div>
        <Button
          loading={take.isPending}
          onClick={() => take.mutate({ expectedVersion: seen, proposal: of.proposal })}
        >
          {t('rules.takeBack')}
        </Button>
      </div>
    </div>
  );
};

const Other = ({ of, seen, from }: DecideProps) => {
  const { t } = useTranslation();
  const id = useId();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const approve = useChange('approve-rulebook', () => announce(t('rules.done.approve')));
  const turnDown = useChange('turn-down-rulebook', () => announce(t('rules.done.turnDown')));
  const about = { expectedVersion: seen, proposal: of.proposal };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (reason.trim() !== '') turnDown.mutate({ ...about, reason: reason.trim() });
  };
  if (refusing) {
    return (
      <form className="stack no-print" onSubmit={submit} noValidate>
        <Framed
          id={id}
          label={t('rules.turnDownReason')}
          hint={t('rules.turnDownRead')}
          error={checked && reason.trim() === '' ? t('form.required') : undefined}
        >
          {(described) => (
            <textarea
              id={id}
              className="field-box"
              maxLength={400}
              aria-describedby={described}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Framed>
        {turnDown.error && <Trouble of={turnDown.error} />}
        <div className="inline">
          <Button htmlType="submit" loading={turnDown.isPending}>
            {t('rules.turnDown')}
          </Button>
          <Button onClick={() => setRefusing(false)}>{t('form.notNow')}</Button>
        </div>
      </form>
    );
  }
  return (
    <div className="stack no-print">
      <p>{t('rules.approveDoes', { from })}</p>
      {approve.error && <Trouble of={approve.error} />}
      <div className="inline">
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate(about)}>
          {t('rules.approve', { version: of.version })}
        </Button>
        <Button onClick={() => setRefusing(true)}>{t('rules.turnDown')}</Button>
      </div>
    </div>
  );
};
