import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstitutionDone } from '../../../contract/institution.ts';
import type { TablesPreview, Uploads } from '../../../contract/law.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { announce } from '../../components/Announce/announce.ts';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { Passwords } from './Passwords.tsx';
import { useChange } from './useChange.ts';

interface ConfirmProps {
  readonly files: Uploads;
  readonly effectiveOn: string;
  readonly preview: TablesPreview;
  readonly keepsStaff: boolean;
  readonly over: () => void;
}

export const Confirm = (props: ConfirmProps) =>
  props.keepsStaff ? <ChangeStaff {...props} /> : <Propose {...props} />;

const Propose = ({ files, effectiveOn, preview, over }: ConfirmProps) => {
  const { t } = useTranslation();
  const { draft, base } = preview;
  const [version, setVersion] = useState(draft?.version ?? '');
  const [evidence, setEvidence] = useState('');
  const [checked, setChecked] = useState(false);
  const propose = useChange('propose-rulebook', () => {
    announce(t('rules.done.propose'));
    over();
  });
  const lacks = (text: string) => (checked && text.trim() === '' ? t('form.required') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (version.trim() === '' || evidence.trim() === '') return;
    propose.mutate({
      expectedVersion: preview.version,
      files,
      version: version.trim(),
      effectiveOn: draft?.effectiveOn ?? effectiveOn,
      evidence: evidence.trim(),
    });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {draft ? (
        <p>{t('rules.fromFile', { version: draft.version, from: draft.effectiveOn })}</p>
      ) : (
        <Framed
          id="rules-version"
          label={t('rules.newVersion')}
          hint={t('rules.newVersionRead', { version: base.version })}
          error={lacks(version)}
        >
          {(described) => (
            <input
              id="rules-version"
              className="field-box"
              maxLength={40}
              aria-describedby={described}
              value={version}
              onChange={(event) => setVersion(event.target.value)}
            />
          )}
        </Framed>
      )}
      <Framed
        id="rules-evidence"
        label={t('rules.evidence')}
        hint={t('rules.evidenceRead')}
        error={lacks(evidence)}
      >
        {(described) => (
          <textarea
            id="rules-evidence"
            className="field-box"
            maxLength={400}
            aria-describedby={described}
            value={evidence}
            onChange={(event) => setEvidence(event.target.value)}
          />
        )}
      </Framed>
      {propose.error && <Trouble of={propose.error} />}
      <div>
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          {t('rules.propose', { version: version.trim() })}
        </Button>
      </div>
    </form>
  );
};

const ChangeStaff = ({ files, preview }: ConfirmProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const [made, setMade] = useState<InstitutionDone | null>(null);
  const change = useChange('change-staff', (done) => {
    announce(t('rules.done.staff'));
    setMade(done);
  });
  if (made) {
    return made.passwords && made.passwords.length > 0 ? (
      <Passwords of={made.passwords} />
    ) : (
      <p role="status">{t('rules.done.staff')}</p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (reason.trim() === '') return;
    change.mutate({ expectedVersion: preview.version, files, reason: reason.trim() });
  };
  const { added = [], changed = [] } = preview.staff ?? {};
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Framed
        id="rules-reason"
        label={t('rules.staffReason')}
        hint={t('rules.staffReasonRead')}
        error={checked && reason.trim() === '' ? t('form.required') : undefined}
      >
        {(described) => (
          <textarea
            id="rules-reason"
            className="field-box"
            maxLength={400}
            aria-describedby={described}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Framed>
      {change.error && <Trouble of={change.error} />}
      <div>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('rules.changeStaff', { count: added.length + changed.length })}
        </Button>
      </div>
    </form>
  );
};
