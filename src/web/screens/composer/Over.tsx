import { useTranslation } from 'react-i18next';
import type { CallProposal } from '../../../contract/whistles.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { useSay } from '../../words/say.ts';
import type { Draft } from './draft.ts';

interface OverProps {
  readonly full: readonly CallProposal[];
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly error: string | undefined;
}

/** Over its limit a unit is called with a reason only; an emergency is exempt, and still shown. */
export const Over = ({ full, draft, change, error }: OverProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const units = full.map(({ unitName }) => say(unitName)).join(t('list.comma'));
  const exempt = draft.kind === 'EMERGENCY';
  return (
    <Framed
      id="composer-override"
      label={t('composer.over', { units })}
      hint={t(exempt ? 'composer.overExempt' : 'field.overCapacity.read')}
      error={error}
    >
      {(describedBy) => (
        <textarea
          id="composer-override"
          className="field-box"
          rows={2}
          aria-describedby={describedBy}
          value={draft.override}
          onChange={(event) => change({ ...draft, override: event.target.value })}
        />
      )}
    </Framed>
  );
};
