import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../contract/cases.ts';
import { Choices } from '../../acts/Fields/Choices.tsx';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { PickOne, useUnitOptions } from '../../acts/Fields/Picker.tsx';
import { useSay } from '../../words/say.ts';

interface AnotherProps {
  readonly proposal: ProposalView;
  readonly sending: boolean;
  readonly send: (unit: string, name: string, reason: string) => void;
}

/** Another unit than the one proposed, with the reason that will stand beside the proposal. */
export const Another = ({ proposal, sending, send }: AnotherProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const units = useUnitOptions();
  const [unit, setUnit] = useState<string>();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const name = units.find(({ value }) => value === unit)?.label ?? '';
  const lacking = checked && reason.trim() === '' ? t('form.required') : undefined;

  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (unit && reason.trim() !== '') send(unit, name, reason.trim());
  };
  return (
    <form ref={form} className="decision-another stack" onSubmit={submit} noValidate>
      {proposal.alternatives.length > 0 && (
        <Choices
          name="decision-alternative"
          legend={t('dispatch.alternatives')}
          value={unit}
          change={setUnit}
          options={proposal.alternatives.map((one) => ({
            value: one.unit,
            label: say(one.name),
            note: say(one.because),
          }))}
        />
      )}
      <Framed
        id="decision-unit"
        label={t('dispatch.anyUnit')}
        error={checked && !unit ? t('form.required') : undefined}
      >
        {(describedBy) => (
          <PickOne
            id="decision-unit"
            options={units}
            describedBy={describedBy}
            value={unit}
            change={setUnit}
          />
        )}
      </Framed>
      <Framed
        id="decision-reason"
        label={t('field.overrideReason.label')}
        hint={t('field.overrideReason.read')}
        error={lacking}
      >
        {(describedBy) => (
          <textarea
            id="decision-reason"
            className="field-box"
            rows={2}
            aria-describedby={describedBy}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Framed>
      <div>
        <Button type="primary" htmlType="submit" loading={sending}>
          {unit ? t('dispatch.accept', { unit: name }) : t('dispatch.acceptAnother')}
        </Button>
      </div>
    </form>
  );
};
