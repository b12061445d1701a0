import { useTranslation } from 'react-i18next';
import type { ThreadEntry } from '../../../contract/cases.ts';
import { Instant } from '../../components/Instant.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { useSay } from '../../words/say.ts';

const Entry = ({ entry }: { entry: ThreadEntry }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <li className="thread-entry">
      <p>{say(entry.sentence)}</p>
      <p className="quiet small">
        {say(entry.by)}
        {entry.onBehalfOf && ` ${t('thread.behalf', { who: say(entry.onBehalfOf) })}`}
        {' · '}
        <Instant at={entry.occurredAt} />
        {entry.late && (
          <span className="thread-mark">
            {t('thread.late')} <Instant at={entry.recordedAt} />
          </span>
        )}
        {entry.confirmation && (
          <span className="thread-mark">{t(`confirmation.${entry.confirmation}`)}</span>
        )}
        {entry.automatic && <span className="thread-mark">{t('thread.automatic')}</span>}
        {entry.imported && <span className="thread-mark">{t('thread.imported')}</span>}
      </p>
      {entry.words && <Said small>{entry.words}</Said>}
      {entry.citation && (
        <details>
          <summary className="small">{t('thread.law')}</summary>
          <Law citation={entry.citation} />
        </details>
      )}
    </li>
  );
};

/** What has happened, latest first, as sentences with the post that did it. */
export const Thread = ({ of }: { of: readonly ThreadEntry[] }) => {
  const { t } = useTranslation();
  return (
    <section aria-label={t('case.thread')} className="stack">
      <h2>
        {t('case.thread')} <span className="quiet">{t('case.threadOrder')}</span>
      </h2>
      <ol className="thread">
        {of.toReversed().map((entry) => (
          <Entry key={`${entry.version} ${entry.type}`} entry={entry} />
        ))}
      </ol>
    </section>
  );
};
