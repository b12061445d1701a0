import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registered } from '../../../contract/cases.ts';
import { Choices } from '../../acts/Fields/Choices.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { rulebookQuery } from '../../server/queries.ts';
import { Channels } from './Channels.tsx';
import { Intake } from './Intake.tsx';
import { Receipt } from './Receipt.tsx';
import { Statutory } from './Statutory.tsx';
import './register.css';

/**
 * Counter and telephone. First whether anyone is in danger, then whether it reports an official
 * (which is not taken down here), then what the person says.
 */
export const Register = () => {
  const { t } = useTranslation();
  const { data: rules } = useQuery(rulebookQuery);
  const [danger, setDanger] = useState<boolean>();
  const [official, setOfficial] = useState<boolean>();
  const [registered, setRegistered] = useState<Registered>();
  const [round, setRound] = useState(0);
  const emergency = (rules?.channels ?? []).filter(({ kind }) => kind === 'emergency');

  const again = () => {
    setDanger(undefined);
    setOfficial(undefined);
    setRegistered(undefined);
    setRound(round + 1);
  };
  if (registered) return <Receipt registered={registered} danger={danger === true} again={again} />;
  return (
    <Page title={t('screen.register')}>
      <div className="register stack" key={round}>
        <Choices
          name="danger"
          legend={t('register.danger')}
          hint={t('register.dangerRead')}
          value={danger}
          change={setDanger}
          options={[
            { value: true, label: t('choice.yes') },
            { value: false, label: t('choice.no') },
          ]}
        />
        {danger && <Channels channels={emergency} urgent />}
        {danger !== undefined && (
          <Choices
            name="official"
            legend={t('register.official')}
            hint={t('register.officialRead')}
            value={official}
            change={setOfficial}
            options={[
              { value: true, label: t('choice.yes') },
              { value: false, label: t('choice.no') },
            ]}
          />
        )}
        {official === true && <Statutory channels={rules?.channels ?? []} again={again} />}
        {official === false && <Intake done={setRegistered} />}
      </div>
    </Page>
  );
};
