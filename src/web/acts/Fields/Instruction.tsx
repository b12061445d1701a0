import { useTranslation } from 'react-i18next';
import type { Post, Role } from '../../../contract/session.ts';
import { roleWords } from '../../../contract/words.ts';
import { useSession } from '../../app/session.tsx';
import { useSay } from '../../words/say.ts';
import { Framed } from './Framed.tsx';
import { PickOne, useUnitsAbove } from './Picker.tsx';

export interface Instruction {
  readonly by: Post;
  readonly text: string;
}

interface InstructionProps {
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly value: Instruction | null;
  readonly change: (value: Instruction | null) => void;
}

/** Whose word it can be, of one's own unit or one above it: the core refuses any other. */
const LEADERS = ['unit_head', 'sponsor'] as const satisfies readonly Role[];

/** 批示: a leader's written word and whose it is; the post only, and only once something is written. */
export const InstructionField = ({ id, legend, hint, error, value, change }: InstructionProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const units = useUnitsAbove(post.unit);
  const by = value?.by ?? { unit: post.unit, role: 'unit_head' as const };
  const write = (text: string) => change(text.trim() === '' ? null : { by, text });
  return (
    <>
      <Framed id={id} label={legend} hint={hint} error={error}>
        {(describedBy) => (
          <textarea
            id={id}
            className="field-box"
            rows={3}
            aria-describedby={describedBy}
            value={value?.text ?? ''}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Framed>
      {value && (
        <div className="field-row">
          <Framed id={`${id}-unit`} label={t('form.instructedBy')}>
            {() => (
              <PickOne
                id={`${id}-unit`}
                options={units}
                value={by.unit}
                change={(unit) => change({ ...value, by: { ...by, unit } })}
              />
            )}
          </Framed>
          <Framed id={`${id}-role`} label={t('form.role')}>
            {() => (
              <PickOne
                id={`${id}-role`}
                options={LEADERS.map((role) => ({
                  value: role,
                  label: say(roleWords[role]),
                  found: `${roleWords[role].zh} ${roleWords[role].en}`.toLowerCase(),
                }))}
                value={by.role}
                change={(role) => change({ ...value, by: { ...by, role: role as Role } })}
              />
            )}
          </Framed>
        </div>
      )}
    </>
  );
};
