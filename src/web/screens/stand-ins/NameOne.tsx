import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, Role } from '../../../contract/session.ts';
import { roleWords } from '../../../contract/words.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { PickOne, useUnitOptions } from '../../acts/Fields/Picker.tsx';
import { SHIFTS } from '../../app/Desk/screens.ts';
import { useSession } from '../../app/session.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { rulebookQuery } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';
import { instantAt } from '../../time/zone.ts';
import { useSay } from '../../words/say.ts';

interface PostChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: Partial<Post>;
  readonly change: (value: Partial<Post>) => void;
  /** Set where only one's own unit may be named, and of it the posts that work under its head. */
  readonly within: string | null;
}

const ROLES = Object.keys(roleWords) as Role[];

/** A post by unit, office where the unit has any, and role. */
const PostChoice = ({ id, label, hint, value, change, within }: PostChoiceProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const units = useUnitOptions();
  const { data: rules } = useQuery(rulebookQuery);
  const offices = (rules?.offices ?? []).filter(({ unit }) => unit === value.unit);
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      <p className="field-hint">{hint}</p>
      {within === null ? (
        <Framed id={`${id}-unit`} label={t('form.unit')}>
          {() => (
            <PickOne
              id={`${id}-unit`}
              options={units}
              value={value.unit}
              change={(unit) => change({ ...(value.role ? { role: value.role } : {}), unit })}
            />
          )}
        </Framed>
      ) : (
        <Framed id={`${id}-unit`} label={t('form.unit')}>
          {() => (
            <input
              id={`${id}-unit`}
              className="field-box"
              readOnly
              value={units.find(({ value: unit }) => unit === within)?.label ?? within}
            />
          )}
        </Framed>
      )}
      <Framed id={`${id}-role`} label={t('form.role')}>
        {() => (
          <PickOne
            id={`${id}-role`}
            options={(within === null ? ROLES : SHIFTS).map((role) => ({
              value: role,
              label: say(roleWords[role]),
              found: `${roleWords[role].zh} ${roleWords[role].en}`.toLowerCase(),
            }))}
            value={value.role}
            change={(role) => change({ ...value, role: role as Role })}
          />
        )}
      </Framed>
      {offices.length > 0 && (
        <Framed id={`${id}-office`} label={t('standIns.office')}>
          {() => (
            <select
              id={`${id}-office`}
              className="field-box"
              value={value.office ?? ''}
              onChange={({ target }) => {
                const { office: _, ...rest } = value;
                change(target.value === '' ? rest : { ...rest, office: target.value });
              }}
            >
              <option value="">{t('standIns.noOffice')}</option>
              {offices.map((office) => (
                <option key={office.id} value={office.id}>
                  {say(office.name)}
                </option>
              ))}
            </select>
          )}
        </Framed>
      )}
    </fieldset>
  );
};

const When = ({
  id,
  label,
  value,
  change,
}: {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
}) => (
  <Framed id={id} label={label}>
    {() => (
      <input
        id={id}
        className="field-box"
        type="datetime-local"
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    )}
  </Framed>
);

/** Names a stand-in between two dates, never for a time already past. */
export const NameOne = ({ version, done }: { version: number; done: () => void }) => {
  const { t } = useTranslation();
  const { post, zone } = useSession();
  const own = post.role === 'unit_head' ? post.unit : null;
  const blank: Partial<Post> = own === null ? {} : { unit: own };
  const [absent, setAbsent] = useState<Partial<Post>>(blank);
  const [present, setPresent] = useState<Partial<Post>>({ unit: post.unit });
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const iso = (typed: string) => new Date(instantAt(typed, zone)).toISOString();
  const whole = absent.unit && absent.role && present.unit && present.role && from && to;
  const send = useSend({
    mutationFn: () =>
      call('POST', paths.change('stand-in'), {
        expectedVersion: version,
        absent,
        present,
        validFrom: iso(from),
        validTo: iso(to),
      }),
    onSuccess: () => {
      setAbsent(blank);
      setFrom('');
      setTo('');
      done();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole) send.mutate();
  };
  return (
    <form className="stack stand-in-form" onSubmit={submit}>
      <h2>{t('standIns.name')}</h2>
      <div className="stand-in-two">
        <PostChoice
          id="absent"
          label={t('standIns.absent')}
          hint={t('standIns.absentRead')}
          value={absent}
          change={setAbsent}
          within={own}
        />
        <PostChoice
          id="present-post"
          label={t('standIns.by')}
          hint={t('standIns.byRead')}
          value={present}
          change={setPresent}
          within={null}
        />
        <When id="stand-from" label={t('standIns.from')} value={from} change={setFrom} />
        <When id="stand-to" label={t('standIns.to')} value={to} change={setTo} />
      </div>
      {send.error && <Trouble of={send.error} />}
      {!whole && <p className="quiet">{t('standIns.lacking')}</p>}
      <div>
        <Button type="primary" htmlType="submit" disabled={!whole} loading={send.isPending}>
          {t('standIns.send')}
        </Button>
      </div>
    </form>
  );
};
