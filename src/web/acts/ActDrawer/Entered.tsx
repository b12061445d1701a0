import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/session.ts';
import { roleWords } from '../../../contract/words.ts';
import { useSession } from '../../app/session.tsx';
import { wall } from '../../time/zone.ts';
import { useSay } from '../../words/say.ts';
import { Choices } from '../Fields/Choices.tsx';
import { Framed } from '../Fields/Framed.tsx';
import { PickOne } from '../Fields/Picker.tsx';
import { type Circumstance, RELATIONS } from './envelope.ts';

interface CircumstanceProps {
  readonly value: Circumstance;
  readonly change: (value: Circumstance) => void;
}

interface EnteredProps extends CircumstanceProps {
  /** In sight from the start, where the act is seldom one's own. */
  readonly open: boolean;
  /** Whether it may be done for a person outside; what units do among themselves never is. */
  readonly persons?: boolean;
  /** Whether it may have happened before it is entered. */
  readonly late?: boolean;
}

/** A secretary enters for a post of their own unit, and for no other. */
const PostFor = ({ value, change }: CircumstanceProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const roles = (Object.keys(roleWords) as Role[]).filter((role) => role !== post.role);
  return (
    <Framed id="act-for-role" label={t('form.behalfRole', { unit: say(post.unitName) })}>
      {() => (
        <PickOne
          id="act-for-role"
          options={roles.map((role) => ({
            value: role,
            label: say(roleWords[role]),
            found: `${roleWords[role].zh} ${roleWords[role].en}`.toLowerCase(),
          }))}
          value={value.post?.role}
          change={(role) => change({ ...value, post: { unit: post.unit, role: role as Role } })}
        />
      )}
    </Framed>
  );
};

/** Late entry and acting for another: seldom needed, always shown for what they are. */
export const Entered = ({ value, change, open, persons = true, late = true }: EnteredProps) => {
  const { t } = useTranslation();
  const { now, zone } = useSession();
  const present = wall(Date.parse(now), zone);
  return (
    <details className="act-entered" open={open}>
      <summary>{t(late ? 'form.entered' : 'form.behalf')}</summary>
      <div className="stack">
        {late && (
          <Framed id="act-happened" label={t('form.happened')} hint={t('form.happenedRead')}>
            {(describedBy) => (
              <input
                id="act-happened"
                className="field-box"
                type="datetime-local"
                aria-describedby={describedBy}
                max={`${present.date}T${present.time}`}
                value={value.happened ?? ''}
                onChange={(event) => change({ ...value, happened: event.target.value })}
              />
            )}
          </Framed>
        )}
        <Choices<'none' | 'post' | (typeof RELATIONS)[number]>
          name="act-behalf"
          legend={t('form.behalf')}
          hint={t('form.behalfRead')}
          value={value.behalf ?? 'none'}
          change={(behalf) => {
            const { behalf: _, ...rest } = value;
            change(behalf === 'none' ? rest : { ...rest, behalf });
          }}
          options={[
            { value: 'none', label: t('form.behalfNone') },
            { value: 'post', label: t('form.behalfPost') },
            ...(persons ? RELATIONS : []).map((relation) => ({
              value: relation,
              label: t(`form.relation.${relation}`),
            })),
          ]}
        />
        {value.behalf === 'post' && <PostFor value={value} change={change} />}
      </div>
    </details>
  );
};
